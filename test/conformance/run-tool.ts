import { execFile } from 'node:child_process';

const MAX_OUTPUT_BYTES = 64 * 2 ** 20;

/** How a child process ended. */
export interface ToolResult {
  /** False where the program is not installed. */
  readonly installed: boolean;
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without a shell. Never throws: a failure is a result. */
export function runTool(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ToolResult> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: MAX_OUTPUT_BYTES };
  return new Promise((resolve) => {
    execFile(program, [...args], options, (error, stdout, stderr) => {
      resolve({ installed: error?.code !== 'ENOENT', succeeded: error === null, stdout, stderr });
    });
  });
}
