import { requiredProviders, scratchStack } from './terraform-scratch';

const STACK = {
  terraform: {
    backend: { s3: { bucket: 'states' } },
    required_providers: { aws: { source: 'aws', version: '6.25.0' } },
  },
  provider: {
    aws: [
      { region: 'eu-west-1', allowed_account_ids: ['111122223333'], assume_role: [{ role_arn: 'deployer' }] },
      { alias: 'us', region: 'us-east-1' },
    ],
  },
  resource: { aws_vpc: { network: { cidr_block: '10.0.0.0/16' } } },
};

const scratch = scratchStack(STACK, { 'hashicorp/aws': '5.100.0' });

test('providers are named in full', () => {
  const required_providers = {
    google: { source: 'google' },
    aws: { source: 'registry.terraform.io/hashicorp/aws' },
    other: { source: 'somebody/other' },
  };
  expect(requiredProviders({ terraform: { required_providers } })).toEqual([
    'hashicorp/aws',
    'hashicorp/google',
    'somebody/other',
  ]);
});

test('the backend goes and the version becomes that of the mirror', () => {
  expect(scratch.terraform).toEqual({ required_providers: { aws: { source: 'aws', version: '5.100.0' } } });
});

test('every AWS provider keeps its region and stays offline', () => {
  const offline = {
    max_retries: 1,
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
    skip_requesting_account_id: true,
  };
  expect(scratch.provider).toEqual({
    aws: [
      { region: 'eu-west-1', ...offline },
      { alias: 'us', region: 'us-east-1', ...offline },
    ],
  });
});

test('lookups wait for the apply, as there is no cloud to ask', () => {
  const data = { google_project: { project: { project_id: 'funlynk-prod' } } };
  expect(scratchStack({ ...STACK, data }, {})).toMatchObject({
    data: { google_project: { project: { project_id: 'funlynk-prod', depends_on: ['terraform_data.conformance'] } } },
    resource: { ...STACK.resource, terraform_data: { conformance: {} } },
  });
});

test('the resources stay as they are', () => {
  expect(scratch.resource).toBe(STACK.resource);
});

test('other providers stay as they are', () => {
  const terraform = { required_providers: { random: { source: 'hashicorp/random', version: '1.0.0' } } };
  const stack = scratchStack({ terraform, provider: { random: [{}] } }, { 'hashicorp/random': '3.0.0' });
  expect(stack.provider).toEqual({ random: [{}] });
});
