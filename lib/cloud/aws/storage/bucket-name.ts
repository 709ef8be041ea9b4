import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/**
 * S3 takes dots as well, but the certificate of its hosts covers no name with a dot.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const BUCKET_NAME = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const RESERVED = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3|--table-s3)$/;

/** Refuses a name that S3 would, and one with dots. */
export function bucketNameRefusal(property: string, name: string): Refusal | undefined {
  if (Token.isUnresolved(name) || (BUCKET_NAME.test(name) && !RESERVED.test(name))) return undefined;
  return {
    property,
    rule: 'must be from 3 to 63 lower-case letters, digits and dashes, without the beginnings and ends that S3 keeps',
    got: name,
  };
}
