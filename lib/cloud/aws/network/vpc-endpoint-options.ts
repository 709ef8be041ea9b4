import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/**
 * Interface endpoints that a cluster without a way to the internet needs, for what Gantry runs on it.
 * https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
export const CLUSTER_ENDPOINTS = [
  'autoscaling',
  'ec2',
  'ecr.api',
  'ecr.dkr',
  'eks',
  'eks-auth',
  'elasticloadbalancing',
  'kms',
  'logs',
  'monitoring',
  'secretsmanager',
  'sqs',
  'ssm',
  'ssmmessages',
  'sts',
] as const;

/** Services that are reached by a route, at no cost. */
export const GATEWAY_SERVICES = ['s3', 'dynamodb'] as const;

export const DEFAULT_GATEWAY_ENDPOINTS: readonly GatewayEndpointService[] = ['s3'];

/** Form of a service's name. */
const SERVICE_NAME = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const ACCOUNT = /^\d{12}$/;

/** A service by its name without `com.amazonaws.<region>.`: one of `CLUSTER_ENDPOINTS`, or any other. */
export type VpcEndpointService = (typeof CLUSTER_ENDPOINTS)[number] | (string & Readonly<Record<never, never>>);

/** A service that a gateway endpoint leads to. */
export type GatewayEndpointService = (typeof GATEWAY_SERVICES)[number];

/** How a network reaches services of AWS without leaving it. */
export interface VpcEndpointOptions {
  /**
   * Interface endpoints, by the service's name without `com.amazonaws.<region>.`: `ecr.api`. Each has a network
   * interface in every zone, which AWS charges by the hour.
   *
   * @default - none with NAT gateways, `CLUSTER_ENDPOINTS` without
   */
  readonly endpoints?: readonly VpcEndpointService[];
  /**
   * Gateway endpoints, which cost nothing. Image layers come from S3.
   *
   * @default ['s3']
   */
  readonly gatewayEndpoints?: readonly GatewayEndpointService[];
  /**
   * Numbers of other accounts whose identities may use the endpoints, such as one that pods assume a role of.
   *
   * @default [] - identities of the network's own account alone
   */
  readonly endpointAccounts?: readonly string[];
}

/** Refuses names that are no services, and endpoints that a cluster without NAT gateways cannot do without. */
export function endpointRefusals(props: VpcEndpointOptions, hasNat: boolean): readonly (Refusal | undefined)[] {
  const { endpoints, gatewayEndpoints = DEFAULT_GATEWAY_ENDPOINTS } = props;
  return [
    ...serviceRefusals('endpoints', endpoints ?? []),
    ...endpointAccountRefusals(props.endpointAccounts ?? []),
    ...doubled('gatewayEndpoints', gatewayEndpoints),
    !hasNat && endpoints?.length === 0
      ? {
          property: 'endpoints',
          rule: 'must name services where there are no NAT gateways',
          got: endpoints,
          remedy: 'leave it out for all that a cluster needs',
        }
      : undefined,
    !hasNat && !gatewayEndpoints.includes('s3')
      ? {
          property: 'gatewayEndpoints',
          rule: 'must hold s3 where there are no NAT gateways',
          got: gatewayEndpoints,
          remedy: 'image layers come from there',
        }
      : undefined,
  ];
}

/** Refuses names that are no services with an interface endpoint, and names that come twice. */
export function serviceRefusals(property: string, services: readonly string[]): readonly (Refusal | undefined)[] {
  return [...services.map((service) => serviceRefusal(property, service)), ...doubled(property, services)];
}

/** Refuses what is no number of an account. */
export function endpointAccountRefusals(accounts: readonly string[]): readonly (Refusal | undefined)[] {
  const property = 'endpointAccounts';
  return [
    ...accounts.map((account) =>
      Token.isUnresolved(account) || ACCOUNT.test(account)
        ? undefined
        : { property, rule: 'must be numbers of accounts, 12 digits each', got: account },
    ),
    ...doubled(property, accounts),
  ];
}

function serviceRefusal(property: string, service: string): Refusal | undefined {
  const got = service;
  if (GATEWAY_SERVICES.some((gateway) => gateway === service)) {
    return {
      property,
      rule: 'must be services with an interface endpoint',
      got,
      remedy: 'name it in gatewayEndpoints',
    };
  }
  const short = service.replace(/^com\.amazonaws\.[a-z]+(-[a-z]+)+-\d\./, '');
  if (short === service && SERVICE_NAME.test(service)) return undefined;
  const rule = 'must be names of services without com.amazonaws and region';
  return { property, rule, got, remedy: `such as ${short !== service && short !== '' ? short : 'ecr.api'}` };
}

function doubled(property: string, values: readonly string[]): readonly Refusal[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => ({ property, rule: 'must name each once', got: value }));
}
