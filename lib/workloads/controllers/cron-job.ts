import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ConfigMaps } from '../pod/config-files';
import { objectMetadata, type ContextOf } from '../workload-props';
import { CRON_JOB_DEFAULTS } from './controller-defaults';
import { jobSpec } from './job-spec';

/** Pods that run to their end at given times. */
export function addCronJob(scope: Construct, context: ContextOf<'CronJob'>, config: ConfigMaps): ApiObject {
  const {
    schedule,
    timeZone = CRON_JOB_DEFAULTS.timeZone,
    concurrencyPolicy = CRON_JOB_DEFAULTS.concurrencyPolicy,
    startingDeadlineSeconds = CRON_JOB_DEFAULTS.startingDeadlineSeconds,
    successfulJobsHistoryLimit = CRON_JOB_DEFAULTS.successfulJobsHistoryLimit,
    failedJobsHistoryLimit = CRON_JOB_DEFAULTS.failedJobsHistoryLimit,
    suspend = CRON_JOB_DEFAULTS.suspend,
  } = context;
  return new k8s.KubeCronJob(scope, 'Resource', {
    metadata: objectMetadata(context),
    spec: {
      schedule,
      timeZone,
      concurrencyPolicy,
      startingDeadlineSeconds,
      successfulJobsHistoryLimit,
      failedJobsHistoryLimit,
      suspend,
      jobTemplate: { metadata: { labels: { ...context.labels } }, spec: jobSpec(context, config) },
    },
  });
}
