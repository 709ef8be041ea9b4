import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS, GKE, synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/workloads/identity/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test.each([
    ['AWS', EKS, 'importer-to-cloud-sqs-us--east--1-amazonaws-com'],
    ['Google Cloud', GKE, 'importer-to-cloud-pubsub-googleapis-com'],
  ])('has a role for its lease and a way to its queue on %s', (_cloud, cluster, entry) => {
    const objects = synth((chart) => example(chart, cluster));
    expect(objects.names('Role')).toEqual(['importer']);
    expect(objects.names('ServiceEntry')).toContain(entry);
    expect(objects.names('NetworkPolicy')).toEqual(
      expect.arrayContaining(['importer-to-api-server', 'importer-to-cloud-apis', 'importer-to-credentials']),
    );
  });
});
