import { isJsonObject, jsonList, jsonObject, mapValues, without, type JsonObject } from './json';

/** Address of the AWS provider. */
const AWS = 'hashicorp/aws';

/** Resource of Terraform's own that lookups are made to wait for. */
const PENDING = { type: 'terraform_data', name: 'conformance' };

/** Arguments that keep the AWS provider from calling AWS before it plans. */
const OFFLINE_ARGUMENTS: JsonObject = {
  max_retries: 1,
  skip_credentials_validation: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
  skip_requesting_account_id: true,
};

/** Arguments that would make it call AWS: who am I, may I be somebody else. */
const ONLINE_ARGUMENTS = ['allowed_account_ids', 'assume_role', 'forbidden_account_ids', 'profile'];

/** Environment of a plan: credentials of nobody, and an endpoint where nobody answers. */
export const OFFLINE_ENVIRONMENT: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: 'conformance',
  AWS_SECRET_ACCESS_KEY: 'conformance',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  GOOGLE_OAUTH_ACCESS_TOKEN: 'conformance',
  CHECKPOINT_DISABLE: '1',
};

/** Addresses of the providers that a stack requires, such as `hashicorp/aws`, sorted. */
export function requiredProviders(stack: JsonObject): readonly string[] {
  const required = Object.values(jsonObject(jsonObject(stack.terraform).required_providers));
  return required.map(address).sort();
}

/**
 * A copy of a stack that plans on this machine: no backend, the provider versions of the mirror, an AWS provider that
 * stays offline, and lookups that are put off to the apply. Nothing else differs from what is deployed.
 */
export function scratchStack(stack: JsonObject, versions: Readonly<Record<string, string>>): JsonObject {
  const terraform = without(jsonObject(stack.terraform), ['backend']);
  const required = mapValues(jsonObject(terraform.required_providers), (provider) => ({
    ...jsonObject(provider),
    version: versions[address(provider)],
  }));
  const aws = Object.entries(required).filter(([, provider]) => address(provider) === AWS);
  const offline = aws.map(([name]): [string, unknown] => [name, offlineProvider(jsonObject(stack.provider)[name])]);
  return {
    ...stack,
    ...deferredLookups(stack),
    provider: { ...jsonObject(stack.provider), ...Object.fromEntries(offline) },
    terraform: { ...terraform, required_providers: required },
  };
}

/** Terraform reads a data source while it plans, unless that waits for a resource which is still to be made. */
function deferredLookups({ data, resource }: JsonObject): JsonObject {
  if (data === undefined) return {};
  const wait = { depends_on: [`${PENDING.type}.${PENDING.name}`] };
  return {
    data: mapValues(jsonObject(data), (lookups) =>
      mapValues(jsonObject(lookups), (lookup) => ({ ...jsonObject(lookup), ...wait })),
    ),
    resource: { ...jsonObject(resource), [PENDING.type]: { [PENDING.name]: {} } },
  };
}

function offlineProvider(configurations: unknown): readonly JsonObject[] {
  const list = isJsonObject(configurations) ? [configurations] : jsonList(configurations);
  return list.map((configuration) => ({
    ...without(jsonObject(configuration), ONLINE_ARGUMENTS),
    ...OFFLINE_ARGUMENTS,
  }));
}

/** A source in full: cdktf writes `aws`, which Terraform reads as `hashicorp/aws`. */
function address(provider: unknown): string {
  const source = String(jsonObject(provider).source).replace(/^registry\.terraform\.io\//, '');
  return source.includes('/') ? source : `hashicorp/${source}`;
}
