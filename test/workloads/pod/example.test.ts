import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';
import { GKE_POOLS } from './sample-clusters';

describe('the example of the README', () => {
  const pod = 'spec.template.spec';
  const objects = synth((chart) => example(chart, GKE_POOLS));
  const deployment = objects.one('Deployment');

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/workloads/pod/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a pod of three containers', () => {
    expect(deployment).toHaveProperty(`${pod}.initContainers.0.name`, 'download');
    expect(deployment).toHaveProperty(`${pod}.initContainers.1.name`, 'exporter');
    expect(deployment).toHaveProperty(`${pod}.containers.0.name`, 'transcoder');
  });

  test('runs where its GPU is', () => {
    expect(deployment).toHaveProperty(`${pod}.nodeSelector`, { 'cloud.google.com/gke-accelerator': 'nvidia-l4' });
    expect(deployment).toHaveProperty(`${pod}.priorityClassName`, 'priority-standard');
  });

  test('has one ExternalSecret and no claim', () => {
    expect(objects.names('ExternalSecret')).toEqual(['transcoder-transcoder']);
    expect(objects.names('PersistentVolumeClaim')).toEqual([]);
  });
});
