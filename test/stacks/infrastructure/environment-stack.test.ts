import { EnvironmentStack, stackName } from '../../../stacks/infrastructure/environment-stack';
import { environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

const S3 = 'state: { backend: s3, bucket: funlynk-staging-tfstate, region: us-east-1 }';

function empty(...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf('funlynk/staging', ...edits);
  return stackJson((app) => new EnvironmentStack(app, stackName(resolved, 'edge'), resolved));
}

test('a stack is named after its system, its environment and what it is for', () => {
  expect(stackName(environmentOf('funlynk/staging'), 'us-east-1', 'bootstrap')).toBe(
    'funlynk-staging-us-east-1-bootstrap',
  );
});

test('a stack demands a Terraform that locks states in S3', () => {
  expect(empty().json).toHaveProperty('terraform.required_version', '>= 1.10');
});

describe('the state of a stack', () => {
  test('lies in an S3 bucket under the name of the stack, encrypted and locked', () => {
    expect(empty().backend).toEqual({
      s3: {
        bucket: 'funlynk-staging-tfstate',
        region: 'us-east-1',
        key: 'funlynk-staging-edge.tfstate',
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  test('is encrypted in S3 with the key that the environment names', () => {
    const state = S3.replace(' }', ', kmsKeyId: alias/terraform }');
    expect(empty([S3, state]).backend).toHaveProperty('s3.kms_key_id', 'alias/terraform');
  });

  test('lies in a Cloud Storage bucket under the name of the stack', () => {
    const state = 'state: { backend: gcs, bucket: funlynk-states }';
    expect(empty([S3, state]).backend).toEqual({ gcs: { bucket: 'funlynk-states', prefix: 'funlynk-staging-edge' } });
  });

  test.each([
    ['outside the output, which every run replaces', 'states', '../../../states/funlynk-staging-edge.tfstate'],
    ['where an absolute path says', '/var/states', '/var/states/funlynk-staging-edge.tfstate'],
  ])('lies in a local folder %s', (_, path, expected) => {
    const development: readonly Edit[] = [
      [S3, `state: { backend: local, path: ${path} }`],
      ['profile: production', 'profile: development'],
    ];
    expect(empty(...development).backend).toEqual({ local: { path: expected } });
  });
});
