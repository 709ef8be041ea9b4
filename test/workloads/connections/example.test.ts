import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS, synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { visible } from './connection-samples';
import { example } from './example';

describe('the example of the README', () => {
  const objects = synth((chart) => example(chart, { ...EKS, cloudApiHosts: () => ['sqs.us-east-1.amazonaws.com'] }));

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/workloads/connections/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('opens the connections that it names, and no other', () => {
    expect(objects.names('NetworkPolicy').toSorted()).toEqual([
      'backend-http-from-gateway',
      'backend-http-from-reports-report',
      'backend-to-api-stripe-com-443',
      'backend-to-cloud-apis',
      'backend-to-credentials',
      'backend-to-redis-redis',
      'backend-to-search-opensearch-9200',
      'gateway-to-funlynk-backend-http',
      'redis-redis-from-backend',
    ]);
    expect(objects.names('AuthorizationPolicy').toSorted()).toEqual([
      'backend-http-from-gateway',
      'backend-http-from-reports-report',
      'redis-redis-from-backend',
    ]);
  });

  test('shows to each workload what it is connected to, and no other', () => {
    expect(visible(objects, 'redis')).toEqual([]);
    expect(visible(objects, 'backend')).toEqual([
      './api.stripe.com',
      'search/opensearch.search.svc.cluster.local',
      'funlynk/redis.funlynk.svc.cluster.local',
      './sqs.us-east-1.amazonaws.com',
    ]);
  });
});
