import type { Cluster } from '../../../lib/core/cluster';
import type { Permission } from '../../../lib/core/service-identity';
import { cloudVariables } from '../../../lib/workloads/identity/cloud-variables';
import { EKS, GKE } from '../../support/manifests';
import { DEPLOYMENT } from '../sample-workload';

const PERMISSIONS: readonly Permission[] = [
  { action: 'bucket:write', buckets: ['user-files'] },
  { action: 'queue:consume', queues: ['jobs'] },
  { action: 'queue:publish', queues: ['mails'] },
  { action: 'topic:publish', topics: ['events'] },
  { action: 'logs:write' },
];

function variables(cluster: Cluster, permissions = PERMISSIONS): Readonly<Record<string, unknown>> {
  const names = { ports: {}, name: 'backend', namespace: 'funlynk', system: 'funlynk', labels: {}, selector: {} };
  const found = cloudVariables({ ...DEPLOYMENT, ...names, cluster, permissions });
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
}

describe('what a workload is told of its cloud', () => {
  test('is where its resources are on AWS, and the region', () => {
    expect(variables(EKS)).toEqual({
      AWS_REGION: 'us-east-1',
      BUCKET_USER_FILES: EKS.addresses.bucket('user-files'),
      QUEUE_JOBS: 'https://sqs.us-east-1.amazonaws.com/111122223333/funlynk-production-jobs',
      QUEUE_MAILS: 'https://sqs.us-east-1.amazonaws.com/111122223333/funlynk-production-mails',
      TOPIC_EVENTS: 'arn:aws:sns:us-east-1:111122223333:funlynk-production-events',
    });
  });

  test('is the subscription of a queue on Google Cloud, and its topic for those who publish', () => {
    expect(variables(GKE)).toEqual({
      GOOGLE_CLOUD_PROJECT: 'funlynk-prod',
      BUCKET_USER_FILES: GKE.addresses.bucket('user-files'),
      QUEUE_JOBS: 'projects/funlynk-prod/subscriptions/funlynk-production-jobs',
      QUEUE_TOPIC_MAILS: 'projects/funlynk-prod/topics/funlynk-production-mails',
      TOPIC_EVENTS: 'projects/funlynk-prod/topics/funlynk-production-events',
    });
  });

  test('is each bucket once, however often it is permitted', () => {
    const twice: readonly Permission[] = [
      { action: 'bucket:read', buckets: ['user-files'] },
      { action: 'bucket:write', buckets: ['user-files'] },
    ];
    expect(Object.keys(variables(EKS, twice))).toEqual(['AWS_REGION', 'BUCKET_USER_FILES']);
  });

  test('is nothing without permissions', () => {
    expect(variables(EKS, [])).toEqual({});
  });
});
