import { MonitoringUptimeCheckConfig } from '@cdktf/provider-google/lib/monitoring-uptime-check-config';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { templateText } from './template-text';
import { userLabelRefusals, type UserLabels } from './user-labels';

const DEFAULT_PATH = '/';
const DEFAULT_PORT = 443;
const DEFAULT_PERIOD_SECONDS = 60;
const DEFAULT_TIMEOUT_SECONDS = 10;
const TIMEOUT_SECONDS = { min: 1, max: 60 };
const PERIODS_SECONDS: readonly number[] = [60, 300, 600, 900];
const MAX_CONTENT_BYTES = 1024;
const MIN_CHECKERS = 3;

/** How many places of a region check. https://cloud.google.com/monitoring/uptime-checks/using-uptime-checks */
const CHECKERS = {
  ASIA_PACIFIC: 1,
  EUROPE: 1,
  SOUTH_AMERICA: 1,
  USA: 3,
  USA_IOWA: 1,
  USA_OREGON: 1,
  USA_VIRGINIA: 1,
} as const;

/** A part of the world that checks are made from. */
export type UptimeRegion = keyof typeof CHECKERS;

/** What the body of an answer has to be like. */
export interface ContentMatch {
  /** Text, or regular expression, of up to 1024 bytes. */
  readonly content: string;
  /**
   * How the text is looked for.
   *
   * @default 'CONTAINS_STRING'
   */
  readonly matcher?: 'CONTAINS_STRING' | 'NOT_CONTAINS_STRING' | 'MATCHES_REGEX' | 'NOT_MATCHES_REGEX';
}

/** Properties for `UptimeCheck`. */
export interface UptimeCheckProps {
  /** Project id. */
  readonly project: string;
  /** Name that people see. */
  readonly displayName: string;
  /** Public host name, which is also what the certificate has to be for. A change replaces the check. */
  readonly host: string;
  /**
   * Path that is asked for.
   *
   * @default '/'
   */
  readonly path?: string;
  /**
   * Port, always with TLS.
   *
   * @default 443
   */
  readonly port?: number;
  /**
   * Seconds between two checks from one place: 60, 300, 600 or 900.
   *
   * @default 60
   */
  readonly periodSeconds?: number;
  /**
   * Seconds that an answer may take, from 1 to 60.
   *
   * @default 10
   */
  readonly timeoutSeconds?: number;
  /**
   * Where checks are made from: three places at least, of which `USA` alone has three.
   *
   * @default - everywhere
   */
  readonly regions?: readonly UptimeRegion[];
  /**
   * Classes of status codes that are sound.
   *
   * @default ['STATUS_CLASS_2XX']
   */
  readonly acceptedStatusClasses?: readonly ('STATUS_CLASS_2XX' | 'STATUS_CLASS_3XX' | 'STATUS_CLASS_4XX')[];
  /**
   * What the body has to be like.
   *
   * @default - anything
   */
  readonly contentMatch?: ContentMatch;
  /**
   * Whether a certificate that is expired, or for another host, fails the check.
   *
   * @default true
   */
  readonly validateSsl?: boolean;
  /**
   * Whether failures are written to Cloud Logging, with what was answered.
   *
   * @default true
   */
  readonly logCheckFailures?: boolean;
  /**
   * Labels of the check.
   *
   * @default - none
   */
  readonly userLabels?: UserLabels;
}

/** A check that is alerted on. */
export interface IUptimeCheck {
  readonly project: string;
  readonly displayName: string;
  readonly host: string;
  /** Id that the check's metrics bear, known once created. */
  readonly checkId: string;
}

/** Asks a public host over HTTPS, from places around the world, whether it answers. */
export class UptimeCheck extends Construct implements IUptimeCheck {
  public readonly project: string;
  public readonly displayName: string;
  public readonly host: string;
  public readonly checkId: string;

  constructor(scope: Construct, id: string, props: UptimeCheckProps) {
    super(scope, id);

    const path = props.path ?? DEFAULT_PATH;
    const periodSeconds = props.periodSeconds ?? DEFAULT_PERIOD_SECONDS;
    const timeoutSeconds = props.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
    const port = props.port ?? DEFAULT_PORT;
    refuse(this.node.path, [
      addressRefusal(props.host, path),
      wholeNumberRefusal('port', port, { min: 1, max: 65_535 }),
      periodRefusal(periodSeconds),
      wholeNumberRefusal('timeoutSeconds', timeoutSeconds, TIMEOUT_SECONDS),
      regionsRefusal(props.regions),
      contentRefusal(props.contentMatch),
      ...userLabelRefusals(props.userLabels),
    ]);

    this.project = props.project;
    this.displayName = props.displayName;
    this.host = props.host;
    this.checkId = new MonitoringUptimeCheckConfig(this, 'Resource', {
      project: props.project,
      displayName: props.displayName,
      period: `${periodSeconds}s`,
      timeout: `${timeoutSeconds}s`,
      checkerType: 'STATIC_IP_CHECKERS',
      selectedRegions: props.regions === undefined ? undefined : [...props.regions].sort(),
      monitoredResource: { type: 'uptime_url', labels: { project_id: props.project, host: props.host } },
      httpCheck: {
        requestMethod: 'GET',
        path,
        port,
        useSsl: true,
        validateSsl: props.validateSsl ?? true,
        acceptedResponseStatusCodes: [...(props.acceptedStatusClasses ?? ['STATUS_CLASS_2XX'])]
          .sort()
          .map((statusClass) => ({ statusClass })),
      },
      contentMatchers: contentMatchers(props.contentMatch),
      logCheckFailures: props.logCheckFailures ?? true,
      userLabels: props.userLabels,
    }).uptimeCheckId;
  }
}

function contentMatchers(match: ContentMatch | undefined) {
  if (match === undefined) return undefined;
  return [{ content: templateText(match.content), matcher: match.matcher ?? 'CONTAINS_STRING' }];
}

function addressRefusal(host: string, path: string): Refusal | undefined {
  if (!Token.isUnresolved(host) && !/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host)) {
    return { property: 'host', rule: 'must be a host name, without scheme, port and path', got: host };
  }
  if (!Token.isUnresolved(path) && !path.startsWith('/')) {
    return { property: 'path', rule: 'must begin with a slash', got: path };
  }
  return undefined;
}

function periodRefusal(seconds: number): Refusal | undefined {
  if (Token.isUnresolved(seconds) || PERIODS_SECONDS.includes(seconds)) return undefined;
  return { property: 'periodSeconds', rule: `must be one of ${PERIODS_SECONDS.join(', ')}`, got: seconds };
}

function regionsRefusal(regions: readonly UptimeRegion[] | undefined): Refusal | undefined {
  if (regions === undefined) return undefined;
  const checkers = [...new Set(regions)].reduce((sum, region) => sum + CHECKERS[region], 0);
  if (checkers >= MIN_CHECKERS) return undefined;
  return { property: 'regions', rule: `must have ${MIN_CHECKERS} places at least`, got: regions };
}

function contentRefusal(match: ContentMatch | undefined): Refusal | undefined {
  if (match === undefined || Token.isUnresolved(match.content)) return undefined;
  const bytes = Buffer.byteLength(match.content);
  if (bytes >= 1 && bytes <= MAX_CONTENT_BYTES) return undefined;
  return { property: 'contentMatch.content', rule: `must be from 1 to ${MAX_CONTENT_BYTES} bytes`, got: match.content };
}
