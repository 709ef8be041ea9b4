import { BigqueryDatasetIamMember } from '@cdktf/provider-google/lib/bigquery-dataset-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import type { ILogBucket } from './log-bucket';
import { topicRefusal } from './topic';

/** What a sink writes to. */
export type LogDestination =
  | { readonly kind: 'log-bucket'; readonly bucket: ILogBucket }
  | {
      readonly kind: 'storage-bucket';
      /** Name of the bucket. */
      readonly bucket: string;
    }
  | {
      readonly kind: 'bigquery-dataset';
      /** Project id of the dataset. */
      readonly project: string;
      readonly datasetId: string;
      /**
       * Whether entries of all days share a table, partitioned by day. A change begins new tables.
       *
       * @default true
       */
      readonly usePartitionedTables?: boolean;
    }
  | {
      readonly kind: 'pubsub-topic';
      /** `projects/…/topics/…` */
      readonly topic: string;
    };

/** The destination as Cloud Logging names it. */
export function destinationName(destination: LogDestination): string {
  switch (destination.kind) {
    case 'log-bucket':
      return `logging.googleapis.com/${destination.bucket.id}`;
    case 'storage-bucket':
      return `storage.googleapis.com/${destination.bucket}`;
    case 'bigquery-dataset':
      return `bigquery.googleapis.com/projects/${destination.project}/datasets/${destination.datasetId}`;
    case 'pubsub-topic':
      return `pubsub.googleapis.com/${destination.topic}`;
  }
}

/**
 * Lets the sink's own account write to the destination, and to nothing else. A log bucket of the sink's own project
 * needs no grant. https://cloud.google.com/logging/docs/export/configure_export_v2#dest-auth
 */
export function letWrite(scope: Construct, destination: LogDestination, sinkProject: string, member: string): void {
  switch (destination.kind) {
    case 'log-bucket':
      if (destination.bucket.project !== sinkProject) letWriteLogs(scope, destination.bucket, member);
      return;
    case 'storage-bucket':
      new StorageBucketIamMember(scope, 'Writer', {
        bucket: destination.bucket,
        role: 'roles/storage.objectCreator',
        member,
      });
      return;
    case 'bigquery-dataset':
      new BigqueryDatasetIamMember(scope, 'Writer', {
        project: destination.project,
        datasetId: destination.datasetId,
        role: 'roles/bigquery.dataEditor',
        member,
      });
      return;
    case 'pubsub-topic':
      new PubsubTopicIamMember(scope, 'Writer', { topic: destination.topic, role: 'roles/pubsub.publisher', member });
  }
}

/** Log buckets have no policy of their own, so the grant is on their project, with a condition. */
function letWriteLogs(scope: Construct, { project, location, bucketId }: ILogBucket, member: string): void {
  new ProjectIamMember(scope, 'Writer', {
    project,
    role: 'roles/logging.bucketWriter',
    member,
    condition: {
      title: 'One log bucket',
      description: `Writing to the log bucket ${bucketId}`,
      expression: `resource.name.endsWith("locations/${location}/buckets/${bucketId}")`,
    },
  });
}

export function destinationRefusal(destination: LogDestination): Refusal | undefined {
  switch (destination.kind) {
    case 'log-bucket':
      return undefined;
    case 'storage-bucket':
      return Token.isUnresolved(destination.bucket) || /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(destination.bucket)
        ? undefined
        : { property: 'destination.bucket', rule: "must be a bucket's name, without gs://", got: destination.bucket };
    case 'bigquery-dataset':
      return Token.isUnresolved(destination.datasetId) || /^\w{1,1024}$/.test(destination.datasetId)
        ? undefined
        : {
            property: 'destination.datasetId',
            rule: 'must be letters, digits and underscores',
            got: destination.datasetId,
          };
    case 'pubsub-topic':
      return topicRefusal('destination.topic', destination.topic);
  }
}
