import type { ITerraformDependable } from 'cdktf';

/** A bucket that something else writes to, copies to or reads from. */
export interface IBucket {
  /** Name of the bucket, known at synthesis. */
  readonly bucketName: string;
  /** ARN of the bucket; whoever uses it waits for the bucket and its versions. */
  readonly arn: string;
  /**
   * ARN of the key that objects are encrypted with.
   *
   * @default - a key of S3's own
   */
  readonly kmsKeyArn?: string;
  /**
   * What has to exist before services of AWS can write to the bucket: itself, and its policy.
   *
   * @default [] - another stack made it
   */
  readonly dependables?: readonly ITerraformDependable[];
}
