import { LogBucket } from '../../../../lib/cloud/google/operations/log-bucket';
import { LogSink, type LogSinkProps } from '../../../../lib/cloud/google/operations/log-sink';
import type { LogDestination } from '../../../../lib/cloud/google/operations/log-sink-destination';
import { googleStack, only, PROJECT, REGION, resources } from '../synth';

const TYPE = 'google_logging_project_sink';
const BUCKET: LogDestination = { kind: 'storage-bucket', bucket: 'funlynk-logs' };

function sink(props: Partial<LogSinkProps> = {}) {
  const stack = googleStack();
  new LogSink(stack, 'sink', { project: PROJECT, name: 'audit', destination: BUCKET, ...props });
  return stack;
}

describe('LogSink', () => {
  test('routes every entry, by an account of its own', () => {
    expect(only(sink(), TYPE)).toMatchInlineSnapshot(`
      {
        "destination": "storage.googleapis.com/funlynk-logs",
        "disabled": false,
        "exclusions": [],
        "name": "audit",
        "project": "funlynk-prod",
        "unique_writer_identity": true,
      }
    `);
  });

  test('routes what it is told, and leaves out the rest by name, in any order', () => {
    const stack = sink({
      filter: 'logName:"cloudaudit" textPayload:"${x}"',
      description: 'Who did what',
      enabled: false,
      exclusions: {
        probes: { filter: 'httpRequest.userAgent:"kube-probe"', description: 'Noise', enabled: false },
        debug: { filter: 'severity<INFO' },
      },
    });
    expect(only(stack, TYPE)).toMatchObject({
      filter: 'logName:"cloudaudit" textPayload:"$${x}"',
      description: 'Who did what',
      disabled: true,
      exclusions: [
        { name: 'debug', filter: 'severity<INFO', disabled: false },
        { name: 'probes', description: 'Noise', disabled: true },
      ],
    });
  });

  test('waits for the log bucket of its own stack', () => {
    const stack = googleStack();
    const bucket = new LogBucket(stack, 'bucket', { project: PROJECT, location: REGION, bucketId: 'audit' });
    new LogSink(stack, 'sink', { project: PROJECT, name: 'audit', destination: { kind: 'log-bucket', bucket } });
    expect(only(stack, TYPE)['destination']).toMatch(
      /^logging\.googleapis\.com\/\$\{google_logging_project_bucket_config\./,
    );
    expect(resources(stack, 'google_project_iam_member')).toEqual({});
  });

  test('adopts the sink that Google made', () => {
    expect(only(sink({ name: '_Default' }), TYPE)['name']).toBe('_Default');
  });

  test('refuses what Google would, all at once', () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`e${index}`, { filter: 'x' }]));
    expect(() => sink({ name: '_Required' })).toThrow(
      "'name' must not be '_Required', which Google lets nobody change",
    );
    expect(() => sink({ exclusions: many })).toThrow("'exclusions' must be at most 50, got 51");
    expect(() =>
      sink({
        name: 'a b',
        destination: { kind: 'storage-bucket', bucket: 'gs://x' },
        filter: 'x'.repeat(20_001),
        exclusions: { 'a b': { filter: '' } },
      }),
    ).toThrow(
      [
        "test/sink: 'name' must be up to 100 letters, digits, dashes, underscores and dots, got 'a b'",
        "test/sink: 'destination.bucket' must be a bucket's name, without gs://, got 'gs://x'",
        "test/sink: 'filter' must be at most 20000 characters, got 20001",
        "test/sink: 'exclusions' must be named with up to 100 letters, digits, dashes, underscores and dots, got 'a b'",
        "test/sink: 'exclusions.a b.filter' must not be empty, which is everything, got ''",
      ].join('\n'),
    );
  });
});
