import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  const objects = synth(example);

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/workloads/controllers/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a workload of each kind', () => {
    expect(objects.names('Deployment')).toEqual(['backend']);
    expect(objects.names('StatefulSet')).toEqual(['registry']);
    expect(objects.names('Job')).toEqual([expect.stringMatching(/^migrate-[0-9a-f]{8}$/)]);
    expect(objects.names('CronJob')).toEqual(['report']);
    expect(objects.names('DaemonSet')).toEqual(['log-agent']);
  });

  test('puts a Service before those that have ports', () => {
    expect(objects.names('Service').toSorted()).toEqual(['backend', 'registry', 'registry-headless']);
  });

  test('keeps the agent of the nodes in a namespace of its own, which admits it', () => {
    expect(objects.one('DaemonSet')).toHaveProperty('metadata.namespace', 'funlynk-log-agent');
    expect(objects.one('Namespace')).toMatchObject({
      metadata: { name: 'funlynk-log-agent', labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } },
    });
  });

  test('tells the members of the quorum of each other', () => {
    expect(objects.yaml('StatefulSet')).toContain('registry-2.registry-headless.funlynk.svc.cluster.local:2380');
  });
});
