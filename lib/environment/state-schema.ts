import { z } from 'zod';
import * as formats from './formats';
import * as google from './google-formats';
import { closed } from './schema-parts';

/** Where the Terraform states of an environment are kept. */
export const stateSchema = z.discriminatedUnion('backend', [
  closed({
    backend: z.literal('s3').describe('An S3 bucket, with its own lock file.'),
    bucket: formats.s3Bucket().describe('Bucket that the states are kept in.'),
    region: formats.awsRegion().describe('Region of the bucket.'),
    kmsKeyId: formats
      .kmsKey()
      .describe('ARN or alias of the KMS key that encrypts the states. Default: the encryption of the bucket.')
      .optional(),
  }),
  closed({
    backend: z.literal('gcs').describe('A Cloud Storage bucket.'),
    bucket: google.gcsBucket().describe('Bucket that the states are kept in.'),
  }),
  closed({
    backend: z.literal('local').describe('A folder on this machine; refused in production.'),
    path: formats.prose('must be the path of a folder').describe('Folder that the states are kept in.'),
  }),
]);
