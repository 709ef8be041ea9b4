import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import * as aws from '../../../lib/cloud/aws';
import { type Output, PLACE, synth } from './harness';

const [system, environment] = ['funlynk', 'production'];
const clusterName = aws.eksClusterName(system, environment, 'us-east-1');
const zones = ['us-east-1a', 'us-east-1b'];
const uploads = { namespace: 'funlynk', serviceAccount: 'backend', managedPolicies: ['AmazonS3ReadOnlyAccess'] };
const readers = [
  {
    name: 'funlynk-secret-reader',
    namespace: 'funlynk',
    serviceAccount: 'secret-reader',
    permissions: [{ action: 'secret:read', secrets: ['database'] }],
  },
] as const;

/** Everything that the room makes, with a provider that is not the stack's own. */
function everything(): Output {
  return synth((stack) => {
    const provider = new AwsProvider(stack, 'other', { region: PLACE.region, alias: 'other' });
    const key = { ...PLACE, provider, description: 'Tests' };
    const kmsKey = new aws.KmsKey(stack, 'key', { ...key, alias: aws.secretsKeyAlias(system, environment) });
    new aws.EcrRepository(stack, 'image', { provider, repositoryName: 'funlynk/backend', kmsKey });
    new aws.SecretsManagerSecret(stack, 'secret', { provider, secretName: 'funlynk/database', kmsKey });
    const vpc = { ...PLACE, provider, vpcName: clusterName, cidr: '10.20.0.0/16', zones };
    const network = new aws.Vpc(stack, 'network', vpc);
    const cluster = new aws.EksCluster(stack, 'cluster', {
      ...{ ...PLACE, provider, clusterName, network },
      kubernetesVersion: '1.34',
      administrators: ['arn:aws:iam::111122223333:role/platform'],
    });
    cluster.addNodeGroup('general', { instanceTypes: ['m7g.large'], minNodes: 3, maxNodes: 6 });
    cluster.addPodIdentity('uploads', uploads);
    new aws.ExternalSecretsIdentity(stack, 'secrets', { provider, system, environment, cluster, readers });
  });
}

const resources = Object.entries(
  (JSON.parse(everything().text) as { readonly resource: Record<string, Record<string, object>> }).resource,
).flatMap(([type, byId]) => Object.entries(byId).map(([id, block]) => ({ type, id, block })));

describe('The AWS room', () => {
  test('makes every resource with the provider given', () => {
    const strays = resources.filter(({ block }) => !JSON.stringify(block).includes('"provider":"aws.other"'));
    expect(strays.map(({ type, id }) => `${type}.${id}`)).toEqual([]);
  });

  test('sets no region on a resource, which only the newest provider knows', () => {
    expect(resources.filter(({ block }) => 'region' in block)).toEqual([]);
  });

  test('needs nothing looked up: a plan reads no data source', () => {
    expect(JSON.parse(everything().text)).not.toHaveProperty('data');
  });

  test('reads secrets in the role that the contract names', () => {
    const contract = aws.eksContract({ ...PLACE, system, environment, name: 'us-east-1' });
    const roles = resources.flatMap(({ type, block }) =>
      type === 'aws_iam_role' && 'name' in block ? block.name : [],
    );
    const expected = contract.secretStore.kind === 'aws-secrets-manager' && contract.secretStore.roleArn('funlynk');
    expect(roles.map((name) => aws.roleArn(PLACE.account, String(name)))).toContain(expected);
  });

  test('encrypts volumes with the key that the contract names', () => {
    const contract = aws.eksContract({ ...PLACE, system, environment, name: 'us-east-1' });
    const aliases = resources.flatMap(({ type, block }) =>
      type === 'aws_kms_alias' && 'name' in block ? block.name : [],
    );
    expect(aliases.map((alias) => aws.keyAliasArn(PLACE, String(alias)))).toContain(
      contract.storageClasses['standard-ssd'].parameters.kmsKeyId,
    );
  });
});
