import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runTool } from './run-tool';

const HOST = '127.0.0.1';
const POLL_MILLISECONDS = 100;
/** A cold start compiles a thousand Python files. */
const START_MILLISECONDS = 90_000;

/** A server that answers as AWS does, with an account that is empty at first. */
export interface MotoServer {
  /** Where every service of AWS answers. */
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Where moto is, or why it is not there. */
export type MotoInstallation = { readonly folder: string } | { readonly missing: string };

/** Installs moto and what it needs, at the versions that the file names, once. */
export async function installMoto(requirements: string, cache: string): Promise<MotoInstallation> {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cache, digest);
  if (existsSync(folder)) return { folder };
  const unfinished = `${folder}.${process.pid}.unfinished`;
  mkdirSync(cache, { recursive: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', unfinished, '--requirement', requirements];
  const { installed, succeeded, stderr } = await runTool('python3', pip, '.', { PIP_DISABLE_PIP_VERSION_CHECK: '1' });
  if (!succeeded) {
    rmSync(unfinished, { recursive: true, force: true });
    return { missing: installed ? `python3 ${pip.join(' ')} failed: ${stderr.trim()}` : 'python3 is not installed' };
  }
  renameSync(unfinished, folder);
  return { folder };
}

/**
 * Starts a server for one account.
 *
 * Throws where it does not answer, with what it last said.
 */
export async function startMoto(folder: string, account: string): Promise<MotoServer> {
  const port = await freePort();
  const endpoint = `http://${HOST}:${port}`;
  const server = spawn('python3', ['-m', 'moto.server', '-H', HOST, '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PYTHONPATH: folder,
      MOTO_ACCOUNT_ID: account,
      // Without them every policy of AWS' own is unknown, and a wrong name would pass for a right one.
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      // A certificate is issued a second after it was asked for, and not a minute.
      MOTO_ACM_VALIDATION_WAIT: '1',
    },
  });
  const log = tail(server);
  const stop = (): Promise<void> => stopped(server);
  const abandon = (): boolean => server.kill('SIGKILL');
  process.once('exit', abandon);
  server.once('exit', () => process.off('exit', abandon));
  for (const end = Date.now() + START_MILLISECONDS; !(await answers(endpoint)); await sleep(POLL_MILLISECONDS)) {
    if (server.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`moto does not answer: ${log()}`);
    }
  }
  return { endpoint, stop };
}

/** The end of what a process writes to its standard error; read, too, so that the process never waits for us. */
function tail({ stderr }: ChildProcess): () => string {
  let text = '';
  stderr?.on('data', (chunk: Buffer) => (text = `${text}${chunk.toString()}`.slice(-2000)));
  return () => text.trim();
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGKILL');
  await exit;
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/moto-api/`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
