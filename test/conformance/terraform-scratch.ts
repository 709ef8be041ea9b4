import { isJsonObject, jsonList, jsonObject, mapValues, without, type JsonObject } from './json';

/** Address of the AWS provider. */
const AWS = 'hashicorp/aws';

/** Resource of Terraform's own that lookups are made to wait for. */
const PENDING = { type: 'terraform_data', name: 'conformance' };

/** Arguments of an AWS provider that has nothing to do with AWS itself. */
const PRIVATE_ARGUMENTS: JsonObject = {
  skip_credentials_validation: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
};

/** Arguments that keep the AWS provider from calling anybody before it plans. */
const OFFLINE_ARGUMENTS: JsonObject = {
  ...PRIVATE_ARGUMENTS,
  max_retries: 1,
  skip_requesting_account_id: true,
};

/** Arguments with which the AWS provider talks to moto, whose buckets have no host names of their own. */
const MOTO_ARGUMENTS: JsonObject = { ...PRIVATE_ARGUMENTS, max_retries: 3, s3_use_path_style: true };

/** Arguments that would make it call AWS: who am I, may I be somebody else. */
const ONLINE_ARGUMENTS = ['allowed_account_ids', 'assume_role', 'forbidden_account_ids', 'profile'];

/** Environment of Terraform: credentials of nobody, and the only address at which AWS is looked for. */
export function terraformEnvironment(endpoint: string): Readonly<Record<string, string>> {
  return {
    AWS_ACCESS_KEY_ID: 'conformance',
    AWS_SECRET_ACCESS_KEY: 'conformance',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: endpoint,
    GOOGLE_OAUTH_ACCESS_TOKEN: 'conformance',
    CHECKPOINT_DISABLE: '1',
  };
}

/** Environment of a plan: an endpoint where nobody answers. */
export const OFFLINE_ENVIRONMENT = terraformEnvironment('http://127.0.0.1:9');

/** Addresses of the providers that a stack requires, such as `hashicorp/aws`, sorted. */
export function requiredProviders(stack: JsonObject): readonly string[] {
  return Object.keys(requiredVersions(stack)).sort();
}

/** The version that a stack requires of each provider, by its address. */
export function requiredVersions(stack: JsonObject): Readonly<Record<string, string>> {
  const required = Object.values(jsonObject(jsonObject(stack.terraform).required_providers));
  return Object.fromEntries(required.map((provider) => [address(provider), String(jsonObject(provider).version)]));
}

/**
 * A copy of a stack that plans on this machine: no backend, the provider versions of the mirror, an AWS provider that
 * stays offline, and lookups that are put off to the apply. Nothing else differs from what is deployed.
 */
export function scratchStack(stack: JsonObject, versions: Readonly<Record<string, string>>): JsonObject {
  const offline = (configuration: JsonObject): JsonObject => ({
    ...without(configuration, ONLINE_ARGUMENTS),
    ...OFFLINE_ARGUMENTS,
  });
  return { ...localStack(stack, versions, offline), ...deferredLookups(stack) };
}

/** A copy of a stack that is applied to moto: no backend, the provider versions of the mirror. */
export function motoScratchStack(stack: JsonObject, versions: Readonly<Record<string, string>>): JsonObject {
  return localStack(stack, versions, (configuration) => ({ ...configuration, ...MOTO_ARGUMENTS }));
}

/** The accounts that the AWS providers of a stack may work in, sorted. */
export function awsAccounts(stack: JsonObject): readonly string[] {
  const configurations = Object.values(jsonObject(stack.provider)).flatMap(configurationList);
  return [...new Set(configurations.flatMap((each) => jsonList(each.allowed_account_ids).map(String)))].sort();
}

function localStack(
  stack: JsonObject,
  versions: Readonly<Record<string, string>>,
  changeAws: (configuration: JsonObject) => JsonObject,
): JsonObject {
  const terraform = without(jsonObject(stack.terraform), ['backend']);
  const required = mapValues(jsonObject(terraform.required_providers), (provider) => ({
    ...jsonObject(provider),
    version: versions[address(provider)],
  }));
  const aws = Object.entries(required).filter(([, provider]) => address(provider) === AWS);
  const changed = aws.map(([name]): [string, unknown] => [
    name,
    configurationList(jsonObject(stack.provider)[name]).map(changeAws),
  ]);
  return {
    ...stack,
    provider: { ...jsonObject(stack.provider), ...Object.fromEntries(changed) },
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

function configurationList(configurations: unknown): readonly JsonObject[] {
  return (isJsonObject(configurations) ? [configurations] : jsonList(configurations)).map(jsonObject);
}

/** A source in full: cdktf writes `aws`, which Terraform reads as `hashicorp/aws`. */
function address(provider: unknown): string {
  const source = String(jsonObject(provider).source).replace(/^registry\.terraform\.io\//, '');
  return source.includes('/') ? source : `hashicorp/${source}`;
}
