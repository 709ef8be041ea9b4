import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { GuarddutyPublishingDestination } from '@cdktf/provider-aws/lib/guardduty-publishing-destination';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { GUARD_DUTY_RULE_NAME } from '../names';
import { addFeatures, type GuardDutyFeatures } from './guard-duty-features';

/** From here on a finding is of high severity: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html */
const DEFAULT_MIN_SEVERITY = 7;
const SEVERITY = { min: 1, max: 10 };

/** A bucket that findings are kept in. */
export interface FindingsExport {
  /** ARN of the bucket, with a slash and a prefix if there is to be one. Its policy lets GuardDuty in. */
  readonly bucketArn: string;
  /** Key that the findings are encrypted with; its policy has to hold `findingsExportKeyStatement`. */
  readonly kmsKeyArn: string;
}

/** Properties for `GuardDuty`. */
export interface GuardDutyProps extends AwsConstructProps, AwsPlace {
  /**
   * Detector that is there already, such as one of the organisation's.
   *
   * @default - one is made; AWS takes one in an account and region
   */
  readonly detectorId?: string;
  /**
   * What is watched.
   *
   * @default - everything where the detector is made here; audit logs and runtime of clusters where it was there
   */
  readonly features?: GuardDutyFeatures;
  /**
   * How often a finding is told of again as it happens again, be it to EventBridge or to a bucket. The first time is
   * told of within five minutes. Not for a detector that is there already.
   *
   * @default 'FIFTEEN_MINUTES'
   */
  readonly findingPublishingFrequency?: 'FIFTEEN_MINUTES' | 'ONE_HOUR' | 'SIX_HOURS';
  /**
   * Topic of SNS that severe findings are sent to; its policy has to hold `findingsTopicStatement`.
   *
   * @default - nobody is told
   */
  readonly findingsTopicArn?: string;
  /**
   * Severity from which on findings are sent to the topic, from 1 to 10: 4 is medium, 7 high and 9 critical.
   *
   * @default 7
   */
  readonly findingsMinSeverity?: number;
  /**
   * Bucket that findings are kept in; GuardDuty itself forgets them after 90 days.
   *
   * @default - none
   */
  readonly exportTo?: FindingsExport;
  /**
   * Whether Terraform refuses to destroy the detector, and with it all findings. Not for a detector that is there
   * already.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Threat detection for the clusters of an account and region. It is about all clusters there, of whatever
 * environment, so there is to be one in an account and region.
 *
 * Throws a `ConstructError` where options are about a detector of another kind, or AWS would refuse them.
 */
export class GuardDuty extends Construct {
  public readonly detectorId: string;

  constructor(scope: Construct, id: string, props: GuardDutyProps) {
    super(scope, id);
    const { provider, features = {}, findingsTopicArn, exportTo } = props;
    refuse(this.node.path, refusals(props));

    this.detectorId = props.detectorId ?? this.addDetector(props);
    const existing = props.detectorId !== undefined;
    addFeatures(this, { provider, existing, detectorId: this.detectorId }, features);
    if (findingsTopicArn !== undefined) this.notify(props, findingsTopicArn);
    if (exportTo !== undefined) {
      new GuarddutyPublishingDestination(this, 'Export', {
        ...{ provider, detectorId: this.detectorId },
        destinationType: 'S3',
        destinationArn: exportTo.bucketArn,
        kmsKeyArn: exportTo.kmsKeyArn,
      });
    }
  }

  private addDetector({ provider, findingPublishingFrequency, deletionProtection = true }: GuardDutyProps): string {
    return new GuarddutyDetector(this, 'Resource', {
      provider,
      enable: true,
      findingPublishingFrequency: findingPublishingFrequency ?? 'FIFTEEN_MINUTES',
      lifecycle: { preventDestroy: deletionProtection },
    }).id;
  }

  private notify(props: GuardDutyProps, topicArn: string): void {
    const { provider, findingsMinSeverity = DEFAULT_MIN_SEVERITY } = props;
    const rule = new CloudwatchEventRule(this, 'Findings', {
      provider,
      name: GUARD_DUTY_RULE_NAME,
      description: `Findings of GuardDuty of severity ${findingsMinSeverity} and above`,
      eventPattern: JSON.stringify({
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Finding'],
        detail: { severity: [{ numeric: ['>=', findingsMinSeverity] }] },
      }),
    });
    new CloudwatchEventTarget(this, 'FindingsTarget', {
      provider,
      rule: rule.name,
      targetId: 'topic',
      arn: topicArn,
    });
  }
}

function refusals(props: GuardDutyProps): (Refusal | undefined)[] {
  const { detectorId, findingsTopicArn, findingsMinSeverity, exportTo, region } = props;
  return [
    ...(detectorId === undefined ? [] : existingRefusals(props, detectorId)),
    findingsTopicArn === undefined ? undefined : topicRefusal(findingsTopicArn, region),
    severityRefusal(findingsMinSeverity, findingsTopicArn),
    exportTo === undefined ? undefined : arnRefusal('exportTo.bucketArn', exportTo.bucketArn, 's3', 'a bucket'),
    exportTo === undefined ? undefined : arnRefusal('exportTo.kmsKeyArn', exportTo.kmsKeyArn, 'kms', 'a key'),
  ];
}

/** Refuses what could be said of a detector that is made here only. */
function existingRefusals(props: GuardDutyProps, detectorId: string): (Refusal | undefined)[] {
  const { findingPublishingFrequency, deletionProtection } = props;
  const rule = 'must not be given along with detectorId';
  const remedy = 'say it where the detector is made';
  return [
    Token.isUnresolved(detectorId) || /^[0-9a-f]{32}$/.test(detectorId)
      ? undefined
      : { property: 'detectorId', rule: 'must be 32 hexadecimal digits', got: detectorId },
    findingPublishingFrequency === undefined
      ? undefined
      : { property: 'findingPublishingFrequency', rule, got: findingPublishingFrequency, remedy },
    deletionProtection === undefined
      ? undefined
      : { property: 'deletionProtection', rule, got: deletionProtection, remedy },
  ];
}

function topicRefusal(arn: string, region: string): Refusal | undefined {
  if (Token.isUnresolved(arn) || Token.isUnresolved(region)) return undefined;
  if (new RegExp(`^arn:aws:sns:${region}:\\d{12}:[\\w-]+$`).test(arn)) return undefined;
  return {
    property: 'findingsTopicArn',
    rule: `must be the ARN of a topic in ${region}, as rules reach those of their own region only`,
    got: arn,
  };
}

function severityRefusal(severity: number | undefined, topicArn: string | undefined): Refusal | undefined {
  if (severity === undefined) return undefined;
  const property = 'findingsMinSeverity';
  if (topicArn === undefined) {
    return { property, rule: 'must not be given without findingsTopicArn', got: severity };
  }
  // It becomes part of the pattern, and of the description.
  if (!Token.isUnresolved(severity) && severity >= SEVERITY.min && severity <= SEVERITY.max) return undefined;
  return { property, rule: `must be from ${SEVERITY.min} to ${SEVERITY.max}`, got: severity };
}

function arnRefusal(property: string, arn: string, service: string, what: string): Refusal | undefined {
  if (Token.isUnresolved(arn) || arn.startsWith(`arn:aws:${service}:`)) return undefined;
  return { property, rule: `must be the ARN of ${what}`, got: arn };
}
