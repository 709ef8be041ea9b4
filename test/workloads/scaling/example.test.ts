import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS, synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  const objects = synth((chart) => example(chart, EKS));

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/workloads/scaling/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('scales one workload by Kubernetes and two by KEDA', () => {
    expect(objects.names('HorizontalPodAutoscaler')).toEqual(['backend']);
    expect(objects.names('ScaledObject')).toEqual(['talk', 'worker']);
    expect(objects.names('TriggerAuthentication')).toEqual(['worker']);
  });

  test('sizes one workload by what the other autoscaler does not follow', () => {
    expect(objects.one('VerticalPodAutoscaler')).toHaveProperty(
      'spec.resourcePolicy.containerPolicies.0.controlledResources',
      ['memory'],
    );
  });

  test('takes away the sessions’ pods one at a time', () => {
    expect(objects.one('ScaledObject', 'talk')).toHaveProperty(
      'spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.policies',
      [{ type: 'Pods', value: 1, periodSeconds: 300 }],
    );
  });
});
