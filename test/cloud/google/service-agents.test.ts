import { TerraformOutput, Testing } from 'cdktf';
import { ServiceAgents } from '../../../lib/cloud/google/service-agents';
import { googleStack, PROJECT } from './synth';

describe('ServiceAgents', () => {
  const stack = googleStack();
  const agents = new ServiceAgents(stack, 'agents', { project: PROJECT });
  const withoutNumber = (member: string): string => member.replace(/\$\{TfToken\[[^\]]+\]\}/, 'NUMBER');

  test.each([
    ['artifact-registry', 'service-NUMBER@gcp-sa-artifactregistry.iam.gserviceaccount.com'],
    ['binary-authorization', 'service-NUMBER@gcp-sa-binaryauthorization.iam.gserviceaccount.com'],
    ['bigquery', 'bq-NUMBER@bigquery-encryption.iam.gserviceaccount.com'],
    ['compute', 'service-NUMBER@compute-system.iam.gserviceaccount.com'],
    ['container-engine', 'service-NUMBER@container-engine-robot.iam.gserviceaccount.com'],
    ['gke-backup', 'service-NUMBER@gcp-sa-gkebackup.iam.gserviceaccount.com'],
    ['gke-hub', 'service-NUMBER@gcp-sa-gkehub.iam.gserviceaccount.com'],
    ['google-apis', 'NUMBER@cloudservices.gserviceaccount.com'],
    ['monitoring-notification', 'service-NUMBER@gcp-sa-monitoring-notification.iam.gserviceaccount.com'],
    ['multi-cluster-ingress', 'service-NUMBER@gcp-sa-multiclusteringress.iam.gserviceaccount.com'],
    ['multi-cluster-services', 'service-NUMBER@gcp-sa-mcsd.iam.gserviceaccount.com'],
    ['pubsub', 'service-NUMBER@gcp-sa-pubsub.iam.gserviceaccount.com'],
    ['secret-manager', 'service-NUMBER@gcp-sa-secretmanager.iam.gserviceaccount.com'],
    ['service-mesh', 'service-NUMBER@gcp-sa-servicemesh.iam.gserviceaccount.com'],
    ['storage', 'service-NUMBER@gs-project-accounts.iam.gserviceaccount.com'],
  ] as const)('knows the agent of %s', (agent, expected) => {
    expect(withoutNumber(agents.member(agent))).toBe(`serviceAccount:${expected}`);
  });

  test('builds members from the number of the project', () => {
    new TerraformOutput(stack, 'member', { value: agents.member('compute') });
    expect(Testing.synth(stack, true)).toMatch(
      /"serviceAccount:service-\$\{data\.google_project\.agents_\w+\.number\}@compute-system\.iam/,
    );
  });
});
