import { TerraformOutput, Testing } from 'cdktf';
import { ServiceAgents } from '../../../lib/cloud/google/service-agents';
import { googleStack, PROJECT } from './synth';

describe('ServiceAgents', () => {
  const stack = googleStack();
  const agents = new ServiceAgents(stack, 'agents', { project: PROJECT });
  const domain = (member: string): unknown => /@([a-z-]+)\.iam\.gserviceaccount\.com$/.exec(member)?.[1];

  test.each([
    ['artifact-registry', 'gcp-sa-artifactregistry'],
    ['compute', 'compute-system'],
    ['container-engine', 'container-engine-robot'],
    ['secret-manager', 'gcp-sa-secretmanager'],
  ] as const)('knows the agent of %s', (agent, expected) => {
    expect(domain(agents.member(agent))).toBe(expected);
  });

  test('builds members from the number of the project', () => {
    new TerraformOutput(stack, 'member', { value: agents.member('compute') });
    expect(Testing.synth(stack, true)).toMatch(
      /"serviceAccount:service-\$\{data\.google_project\.agents_\w+\.number\}@compute-system\.iam/,
    );
  });
});
