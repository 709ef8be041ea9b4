import { LogBucket } from '../../../../lib/cloud/google/operations/log-bucket';
import { LogSink } from '../../../../lib/cloud/google/operations/log-sink';
import { destinationRefusal, type LogDestination } from '../../../../lib/cloud/google/operations/log-sink-destination';
import { googleStack, only, PROJECT, REGION } from '../synth';

function sink(destination: LogDestination) {
  const stack = googleStack();
  new LogSink(stack, 'sink', { project: PROJECT, name: 'audit', destination });
  return stack;
}

const sinkOf = (destination: LogDestination) => only(sink(destination), 'google_logging_project_sink');
const writer = expect.stringMatching(/^\$\{google_logging_project_sink\..*\.writer_identity\}$/) as unknown;

describe('what a sink may write to', () => {
  test('a log bucket of another project, and no other in it', () => {
    const bucket = LogBucket.fromName({ project: 'logs', location: REGION, bucketId: 'audit' });
    expect(sinkOf({ kind: 'log-bucket', bucket })['destination']).toBe(
      'logging.googleapis.com/projects/logs/locations/europe-west1/buckets/audit',
    );
    expect(only(sink({ kind: 'log-bucket', bucket }), 'google_project_iam_member')).toMatchObject({
      project: 'logs',
      role: 'roles/logging.bucketWriter',
      member: writer,
      condition: { expression: 'resource.name.endsWith("locations/europe-west1/buckets/audit")' },
    });
  });

  test('a storage bucket, making objects only', () => {
    expect(only(sink({ kind: 'storage-bucket', bucket: 'logs' }), 'google_storage_bucket_iam_member')).toMatchObject({
      bucket: 'logs',
      role: 'roles/storage.objectCreator',
      member: writer,
    });
  });

  test.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('a dataset, partitioned: %s', (usePartitionedTables, expected) => {
    const destination: LogDestination = {
      kind: 'bigquery-dataset',
      project: 'data',
      datasetId: 'logs',
      usePartitionedTables,
    };
    expect(sinkOf(destination)).toMatchObject({
      destination: 'bigquery.googleapis.com/projects/data/datasets/logs',
      bigquery_options: { use_partitioned_tables: expected },
    });
    expect(only(sink(destination), 'google_bigquery_dataset_iam_member')).toMatchObject({
      project: 'data',
      dataset_id: 'logs',
      role: 'roles/bigquery.dataEditor',
      member: writer,
    });
  });

  test('a topic', () => {
    const destination: LogDestination = { kind: 'pubsub-topic', topic: 'projects/p/topics/logs' };
    expect(sinkOf(destination)['destination']).toBe('pubsub.googleapis.com/projects/p/topics/logs');
    expect(only(sink(destination), 'google_pubsub_topic_iam_member')).toMatchObject({
      topic: 'projects/p/topics/logs',
      role: 'roles/pubsub.publisher',
      member: writer,
    });
  });

  test.each<[LogDestination, string]>([
    [{ kind: 'storage-bucket', bucket: 'gs://logs' }, 'destination.bucket'],
    [{ kind: 'bigquery-dataset', project: 'p', datasetId: 'our-logs' }, 'destination.datasetId'],
    [{ kind: 'pubsub-topic', topic: 'logs' }, 'destination.topic'],
  ])('is refused where it is misspelt: %j', (destination, property) => {
    expect(destinationRefusal(destination)).toMatchObject({ property });
  });
});
