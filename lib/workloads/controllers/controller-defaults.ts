/** What a rollout gets where it does not say; the docstrings of `Rollout` repeat these. */
export const ROLLOUT_DEFAULTS = {
  revisionHistoryLimit: 5,
  progressDeadlineSeconds: 600,
  minReadySeconds: 0,
  maxUnavailable: 0,
  maxSurge: 1,
} as const;

/** What a DaemonSet gets where it does not say; the docstrings of `DaemonSetSpec` repeat these. */
export const DAEMON_SET_DEFAULTS = { maxUnavailable: 1 } as const;

/** What the run of a job gets where it does not say; the docstrings of `JobSpec` repeat these. */
export const JOB_DEFAULTS = {
  completions: 1,
  parallelism: 1,
  backoffLimit: 3,
  activeDeadlineSeconds: 3600,
} as const;

/** What a job at given times gets where it does not say; the docstrings of `CronJobSpec` repeat these. */
export const CRON_JOB_DEFAULTS = {
  timeZone: 'Etc/UTC',
  concurrencyPolicy: 'Forbid',
  startingDeadlineSeconds: 300,
  successfulJobsHistoryLimit: 3,
  failedJobsHistoryLimit: 3,
  suspend: false,
} as const;
