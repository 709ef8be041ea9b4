import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS, synth } from '../support/manifests';
import { readmeExample } from '../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  const objects = synth((chart) => example(chart, EKS));

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../lib/workloads/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes two workloads', () => {
    expect(objects.names('Deployment')).toEqual(['backend']);
    expect(objects.names('StatefulSet')).toEqual(['postgres']);
  });

  test('opens the connections that it names, and no other', () => {
    expect(objects.names('NetworkPolicy').toSorted()).toEqual([
      'backend-http-from-gateway',
      'backend-http-from-prometheus',
      'backend-to-api-stripe-com-443',
      'backend-to-postgres-sql',
      'gateway-to-funlynk-backend-http',
      'postgres-sql-from-backend',
    ]);
    expect(objects.names('AuthorizationPolicy')).toEqual([
      'backend-http-from-gateway',
      'backend-http-from-prometheus',
      'postgres-sql-from-backend',
    ]);
  });
});
