/** What one specialised agent needs beside what all of them have. */
export interface Agent {
  /** CPU and memory that it is promised; it may use twice as much. */
  readonly cpuMillicores: number;
  readonly memoryMebibytes: number;
  /** Its workspace. */
  readonly workspaceGibibytes: number;
  /** Pools that it runs on, the first preferred. */
  readonly pools: readonly string[];
  /** Hosts that it works with, beside the model's. */
  readonly hosts: readonly string[];
  /** @default 0 */
  readonly gpus?: number;
}

const GITHUB = ['github.com:443', 'api.github.com:443'];
const GENERAL = ['general-purpose'];
/** What is begun again costs less than a machine that never goes away. */
const INTERRUPTIBLE = ['spot', 'general-purpose'];

/** The twelve agents. Those that build and test need room; those that plan need little. */
export const AGENTS: Readonly<Record<string, Agent>> = {
  'backend-developer': {
    ...{ cpuMillicores: 500, memoryMebibytes: 1024, workspaceGibibytes: 20 },
    pools: GENERAL,
    hosts: [...GITHUB, 'pypi.org:443', 'files.pythonhosted.org:443', 'proxy.golang.org:443'],
  },
  'frontend-developer': {
    ...{ cpuMillicores: 500, memoryMebibytes: 1024, workspaceGibibytes: 20 },
    pools: GENERAL,
    hosts: [...GITHUB, 'registry.npmjs.org:443'],
  },
  'platform-engineer': {
    ...{ cpuMillicores: 250, memoryMebibytes: 512, workspaceGibibytes: 10 },
    pools: GENERAL,
    hosts: [...GITHUB, 'registry.terraform.io:443', 'releases.hashicorp.com:443'],
  },
  'data-engineer': {
    ...{ cpuMillicores: 1000, memoryMebibytes: 2048, workspaceGibibytes: 50 },
    pools: ['gpu'],
    hosts: [...GITHUB, 'pypi.org:443', 'files.pythonhosted.org:443', 'huggingface.co:443'],
    gpus: 1,
  },
  'qa-automation': {
    ...{ cpuMillicores: 500, memoryMebibytes: 1024, workspaceGibibytes: 20 },
    pools: INTERRUPTIBLE,
    hosts: [...GITHUB, 'registry.npmjs.org:443'],
  },
  security: {
    ...{ cpuMillicores: 250, memoryMebibytes: 512, workspaceGibibytes: 10 },
    pools: GENERAL,
    hosts: [...GITHUB, 'api.osv.dev:443'],
  },
  sre: {
    ...{ cpuMillicores: 250, memoryMebibytes: 512, workspaceGibibytes: 10 },
    pools: GENERAL,
    hosts: GITHUB,
  },
  devops: {
    ...{ cpuMillicores: 250, memoryMebibytes: 512, workspaceGibibytes: 20 },
    pools: GENERAL,
    hosts: [...GITHUB, 'ghcr.io:443'],
  },
  integration: {
    ...{ cpuMillicores: 250, memoryMebibytes: 512, workspaceGibibytes: 10 },
    pools: INTERRUPTIBLE,
    hosts: GITHUB,
  },
  architect: {
    ...{ cpuMillicores: 250, memoryMebibytes: 512, workspaceGibibytes: 5 },
    pools: GENERAL,
    hosts: GITHUB,
  },
  'tech-lead': {
    ...{ cpuMillicores: 250, memoryMebibytes: 512, workspaceGibibytes: 5 },
    pools: GENERAL,
    hosts: GITHUB,
  },
  'project-manager': {
    ...{ cpuMillicores: 100, memoryMebibytes: 256, workspaceGibibytes: 5 },
    pools: GENERAL,
    hosts: GITHUB,
  },
};
