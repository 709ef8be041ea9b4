import { BootstrapStack } from '../../../stacks/infrastructure/bootstrap-stack';
import { clusterOf, environmentOf } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

function bootstrap(cluster: string): StackJson {
  const resolved = environmentOf('funlynk/production');
  return stackJson((app) => new BootstrapStack(app, resolved, clusterOf(resolved, cluster)));
}

const eks = bootstrap('us-east-1');
const gke = bootstrap('europe-west1');

test.each([
  ['EKS', eks],
  ['GKE', gke],
])('the namespace of the GitOps engine on %s admits restricted pods only', (_, stack) => {
  expect(stack.one('kubernetes_namespace_v1')).toMatchObject({
    metadata: {
      name: 'argocd',
      labels: { system: 'funlynk', 'managed-by': 'gantry', 'pod-security.kubernetes.io/enforce': 'restricted' },
    },
  });
});

test('an EKS cluster is found by its name, in its account only', () => {
  expect(eks.json).toHaveProperty('data.aws_eks_cluster.Cluster.name', 'funlynk-production-us-east-1');
  expect(eks.providers('aws')).toEqual([{ region: 'us-east-1', allowed_account_ids: ['111122223333'] }]);
});

test('the Kubernetes provider fetches a token for EKS at every run', () => {
  expect(eks.providers('kubernetes')).toEqual([
    {
      host: '${data.aws_eks_cluster.Cluster.endpoint}',
      cluster_ca_certificate: '${base64decode(data.aws_eks_cluster.Cluster.certificate_authority[0].data)}',
      exec: [
        {
          api_version: 'client.authentication.k8s.io/v1beta1',
          command: 'aws',
          args: ['eks', 'get-token', '--cluster-name', 'funlynk-production-us-east-1', '--region', 'us-east-1'],
        },
      ],
    },
  ]);
});

test('the Kubernetes provider reaches GKE through its DNS endpoint, with a token of every run', () => {
  const endpoint =
    'data.google_container_cluster.Cluster.control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint';
  expect(gke.providers('google')).toEqual([{ project: 'funlynk-production', region: 'europe-west1' }]);
  expect(gke.providers('kubernetes')).toEqual([
    {
      host: `https://\${${endpoint}}`,
      exec: [{ api_version: 'client.authentication.k8s.io/v1beta1', command: 'gke-gcloud-auth-plugin' }],
    },
  ]);
});
