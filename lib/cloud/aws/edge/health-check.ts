import { Route53HealthCheck } from '@cdktf/provider-aws/lib/route53-health-check';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps } from '../aws-construct';

/** Bounds of https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html */
const FAILURES = { min: 1, max: 10 };
const PORT = { min: 1, max: 65_535 };
const INTERVALS_SECONDS: readonly number[] = [10, 30];
const MAX_TEXT = 255;
const MIN_REGIONS = 3;
const MAX_NAME = 256;
const DEFAULT_INTERVAL_SECONDS = 30;
const DEFAULT_FAILURE_THRESHOLD = 3;

/** Regions that Route 53 checks from. */
export type CheckerRegion =
  | 'ap-northeast-1'
  | 'ap-southeast-1'
  | 'ap-southeast-2'
  | 'eu-west-1'
  | 'sa-east-1'
  | 'us-east-1'
  | 'us-west-1'
  | 'us-west-2';

/** Options shared by every kind of check. */
export interface HealthCheckOptions extends AwsConstructProps {
  /** What the check is called in the console. */
  readonly name: string;
  /** Host that is called, and that is named in the request. It has to be reachable from the internet. */
  readonly fqdn: string;
  /**
   * Seconds between the calls of one checker: 30, or 10 at a higher price. A change replaces the check.
   *
   * @default 30
   */
  readonly requestIntervalSeconds?: number;
  /**
   * How often in a row a checker has to fail before it calls the host ill, or succeed to call it well again.
   *
   * @default 3
   */
  readonly failureThreshold?: number;
  /**
   * Regions that are checked from, three at least. Each sends a few requests a minute.
   *
   * @default - all eight
   */
  readonly regions?: readonly CheckerRegion[];
  /**
   * Whether the time of answers is measured, at a higher price. A change replaces the check.
   *
   * @default false
   */
  readonly measureLatency?: boolean;
}

/** Asks for a page, and wants an answer with a status from 200 to 399. */
export interface HttpHealthCheckProps extends HealthCheckOptions {
  /**
   * How it is asked. With `HTTPS` certificates are not verified; a connection is what counts.
   *
   * @default 'HTTPS'
   */
  readonly type?: 'HTTP' | 'HTTPS';
  /**
   * Port that is called.
   *
   * @default - 443, and 80 for HTTP
   */
  readonly port?: number;
  /**
   * What is asked for.
   *
   * @default '/'
   */
  readonly resourcePath?: string;
  /**
   * Text that the first 5120 bytes of the answer have to hold.
   *
   * @default - none
   */
  readonly searchString?: string;
}

/** Opens a connection, and asks nothing. */
export interface TcpHealthCheckProps extends HealthCheckOptions {
  readonly type: 'TCP';
  /** Port that is called. */
  readonly port: number;
}

/** Properties for `HealthCheck`. */
export type HealthCheckProps = HttpHealthCheckProps | TcpHealthCheckProps;

/**
 * Checks from around the world whether a host answers. The host counts as well as long as more than 18 of 100
 * checkers say so. Its metrics are in CloudWatch of us-east-1 alone.
 *
 * Throws a `ConstructError` where Route 53 would refuse the check.
 */
export class HealthCheck extends Construct {
  /** Id of the check, for `healthCheckId` of records. */
  public readonly healthCheckId: string;
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: HealthCheckProps) {
    super(scope, id);
    const { provider, name, fqdn, requestIntervalSeconds = DEFAULT_INTERVAL_SECONDS } = props;
    refuse(this.node.path, refusals(props));

    const check = new Route53HealthCheck(this, 'Resource', {
      ...{ provider, fqdn },
      ...(props.type === 'TCP' ? { type: 'TCP', port: props.port } : httpSettings(props)),
      requestInterval: requestIntervalSeconds,
      failureThreshold: props.failureThreshold ?? DEFAULT_FAILURE_THRESHOLD,
      regions: props.regions === undefined ? undefined : [...new Set(props.regions)].sort(),
      measureLatency: props.measureLatency ?? false,
      tags: { Name: name },
    });

    this.healthCheckId = check.id;
    this.arn = check.arn;
  }
}

function httpSettings({ type = 'HTTPS', port, resourcePath = '/', searchString }: HttpHealthCheckProps) {
  return {
    type: searchString === undefined ? type : `${type}_STR_MATCH`,
    port: port ?? (type === 'HTTPS' ? 443 : 80),
    // The name of the host goes along with the handshake, for servers that have several certificates.
    enableSni: type === 'HTTPS',
    ...{ resourcePath, searchString },
  };
}

function refusals(props: HealthCheckProps): (Refusal | undefined)[] {
  const { name, fqdn, regions, failureThreshold = DEFAULT_FAILURE_THRESHOLD } = props;
  const { requestIntervalSeconds = DEFAULT_INTERVAL_SECONDS, port } = props;
  return [
    textRefusal('name', name, MAX_NAME),
    textRefusal('fqdn', fqdn, MAX_TEXT),
    port === undefined ? undefined : wholeNumberRefusal('port', port, PORT),
    Token.isUnresolved(requestIntervalSeconds) || INTERVALS_SECONDS.includes(requestIntervalSeconds)
      ? undefined
      : { property: 'requestIntervalSeconds', rule: 'must be 10 or 30', got: requestIntervalSeconds },
    wholeNumberRefusal('failureThreshold', failureThreshold, FAILURES),
    regions === undefined || new Set(regions).size >= MIN_REGIONS
      ? undefined
      : { property: 'regions', rule: `must name ${MIN_REGIONS} regions at least`, got: regions },
    ...(props.type === 'TCP' ? [] : pageRefusals(props)),
  ];
}

function pageRefusals({ resourcePath = '/', searchString }: HttpHealthCheckProps): (Refusal | undefined)[] {
  return [
    Token.isUnresolved(resourcePath) || (resourcePath.startsWith('/') && resourcePath.length <= MAX_TEXT)
      ? undefined
      : {
          property: 'resourcePath',
          rule: `must begin with a slash, of up to ${MAX_TEXT} characters`,
          got: resourcePath,
        },
    searchString === undefined ? undefined : textRefusal('searchString', searchString, MAX_TEXT),
  ];
}

function textRefusal(property: string, text: string, max: number): Refusal | undefined {
  if (Token.isUnresolved(text) || (text !== '' && text.length <= max)) return undefined;
  return { property, rule: `must be from 1 to ${max} characters`, got: text };
}
