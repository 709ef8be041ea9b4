import { GuarddutyDetectorFeature } from '@cdktf/provider-aws/lib/guardduty-detector-feature';
import type { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';

/**
 * What GuardDuty watches beside what it always does: the account's own log of calls, its networks and its DNS.
 * What is left out is on for a detector that is made here, and left as it is for one that is there already, but for
 * the two that are about clusters. Each costs by what there is to watch.
 */
export interface GuardDutyFeatures {
  /**
   * Whether the audit logs of EKS clusters are watched. GuardDuty reads them by itself, whether a cluster writes
   * them to CloudWatch or not.
   *
   * @default true
   */
  readonly auditLogs?: boolean;
  /**
   * Whether processes on the nodes of EKS clusters are watched, by an agent that GuardDuty installs on each cluster as an
   * add-on, and updates. Agents on ECS and on other machines are left off.
   *
   * @default true
   */
  readonly runtimeMonitoring?: boolean;
  /**
   * Whether volumes are searched for malware once there is a finding about their machine.
   *
   * @default true
   */
  readonly malwareProtection?: boolean;
  /**
   * Whether calls that read and write objects of S3 are watched.
   *
   * @default true
   */
  readonly s3Protection?: boolean;
  /**
   * Whether logins to databases of RDS are watched.
   *
   * @default true
   */
  readonly rdsLogins?: boolean;
  /**
   * Whether the network of Lambda functions is watched.
   *
   * @default true
   */
  readonly lambdaNetwork?: boolean;
}

interface Feature {
  readonly key: keyof GuardDutyFeatures;
  /** https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html */
  readonly name: string;
  /** Whether it is on for a detector that was there before, too, where nobody says otherwise. */
  readonly ofClusters: boolean;
}

const FEATURES: readonly Feature[] = [
  { key: 'auditLogs', name: 'EKS_AUDIT_LOGS', ofClusters: true },
  { key: 'runtimeMonitoring', name: 'RUNTIME_MONITORING', ofClusters: true },
  { key: 'malwareProtection', name: 'EBS_MALWARE_PROTECTION', ofClusters: false },
  { key: 's3Protection', name: 'S3_DATA_EVENTS', ofClusters: false },
  { key: 'rdsLogins', name: 'RDS_LOGIN_EVENTS', ofClusters: false },
  { key: 'lambdaNetwork', name: 'LAMBDA_NETWORK_LOGS', ofClusters: false },
];

/**
 * Switches features on or off. All of a new detector's are named: AWS has some on and some off by itself, and may
 * change its mind.
 */
export function addFeatures(
  scope: Construct,
  detector: AwsConstructProps & { readonly detectorId: string; readonly existing: boolean },
  features: GuardDutyFeatures,
): void {
  const { provider, detectorId, existing } = detector;
  for (const { key, name, ofClusters } of FEATURES) {
    const enabled = features[key] ?? (existing && !ofClusters ? undefined : true);
    if (enabled === undefined) continue;
    new GuarddutyDetectorFeature(scope, name, {
      ...{ provider, detectorId, name },
      status: status(enabled),
      additionalConfiguration: key === 'runtimeMonitoring' ? agents(enabled) : undefined,
    });
  }
}

/**
 * All three agents are named, since AWS answers with all three. The order is that of its answers; versions of the
 * provider before 6.18 see a change in another one.
 */
function agents(enabled: boolean) {
  return [
    { name: 'EKS_ADDON_MANAGEMENT', status: status(enabled) },
    { name: 'ECS_FARGATE_AGENT_MANAGEMENT', status: status(false) },
    { name: 'EC2_AGENT_MANAGEMENT', status: status(false) },
  ];
}

function status(enabled: boolean): 'ENABLED' | 'DISABLED' {
  return enabled ? 'ENABLED' : 'DISABLED';
}
