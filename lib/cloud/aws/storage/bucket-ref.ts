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
}
