import type { Refusal } from '../../../core/errors';
import type { IBucket } from './bucket-ref';

/** Where S3 writes who asked a bucket for what. */
export interface BucketAccessLogs {
  /** A bucket of the same account and region, whose `statements` hold `accessLogStatement`. It has no key or lock. */
  readonly bucket: IBucket;
  /**
   * Beginning of the names of the logs.
   *
   * @default - the name of the bucket that they are of, and a slash
   */
  readonly prefix?: string;
}

/** Refuses what takes no logs. https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
export function accessLogRefusals(bucketName: string, logs: BucketAccessLogs | undefined): (Refusal | undefined)[] {
  if (logs === undefined) return [];
  const { bucket } = logs;
  return [
    bucket.bucketName === bucketName
      ? {
          property: 'accessLogs.bucket',
          rule: 'must be another bucket, since each log would be logged',
          got: bucketName,
        }
      : undefined,
    bucket.kmsKeyArn === undefined
      ? undefined
      : {
          property: 'accessLogs.bucket',
          rule: "must be encrypted with S3's own key, the only one that access logs take",
          got: bucket.bucketName,
          remedy: 'make it without kmsKey',
        },
  ];
}
