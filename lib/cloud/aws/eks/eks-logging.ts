import type { EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import type { Refusal } from '../../../core/errors';

/** What the control plane can log. https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html */
export const LOG_TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] as const;
export type EksLogType = (typeof LOG_TYPES)[number];

/** The part of a cluster's options that has to do with the logs of its control plane. */
export interface EksLoggingOptions {
  /**
   * What the control plane logs. CloudWatch charges by the amount.
   *
   * @default - all of `LOG_TYPES`
   */
  readonly logTypes?: readonly EksLogType[];
  /**
   * Days that the control plane's logs are kept.
   *
   * @default 90
   */
  readonly logRetentionDays?: number;
}

/** What is logged, as the provider writes it. */
export function logging({ logTypes = LOG_TYPES }: EksLoggingOptions): Partial<EksClusterConfig> {
  // In an order of their own, whichever way they were named.
  return { enabledClusterLogTypes: LOG_TYPES.filter((type) => logTypes.includes(type)) };
}

/** Refuses a cluster of which nobody could tell afterwards who did what. */
export function loggingRefusals({ logTypes = LOG_TYPES }: EksLoggingOptions): readonly (Refusal | undefined)[] {
  return [
    logTypes.includes('audit')
      ? undefined
      : {
          property: 'logTypes',
          rule: 'must hold audit, without which nobody can tell who did what',
          got: logTypes,
        },
  ];
}
