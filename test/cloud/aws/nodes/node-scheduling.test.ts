import { Token } from 'cdktf';
import {
  type EksNodeSchedulingOptions,
  type NodeTaint,
  schedulingRefusals,
  sortedTaints,
} from '../../../../lib/cloud/aws/nodes/node-scheduling';
import { refusedText } from './refused';

const taint: NodeTaint = { key: 'batch', value: 'true', effect: 'NO_SCHEDULE' };

function refused(options: EksNodeSchedulingOptions): string {
  return refusedText(schedulingRefusals(options));
}

describe('sortedTaints', () => {
  test('are none unless asked for', () => {
    expect(sortedTaints()).toEqual([]);
  });

  test('do not depend on the order they were given in', () => {
    const a: NodeTaint = { ...taint, key: 'a' };
    const b: NodeTaint = { ...taint, effect: 'NO_EXECUTE' };
    expect(sortedTaints([taint, b, a])).toEqual([a, b, taint]);
  });
});

describe('schedulingRefusals', () => {
  test('take labels and taints of one’s own', () => {
    const labels = { tier: 'batch', 'example.com/team': 'data', 'vpc.amazonaws.com/efa.present': 'true' };
    const taints: NodeTaint[] = [taint, { ...taint, effect: 'NO_EXECUTE', value: '' }];
    expect(refused({ labels, taints })).toBe('');
    expect(refused({ labels: { [Token.asString({ resolve: () => 'a' })]: 'a' } })).toBe('');
    expect(refused({})).toBe('');
  });

  test.each([
    'kubernetes.io/role',
    'node.kubernetes.io/role',
    'node-role.kubernetes.io/a',
    'k8s.io/a',
    'eks.amazonaws.com/a',
  ])('refuse the label %s, as EKS does', (key) => {
    expect(refused({ labels: { [key]: 'a' } })).toBe(
      `nodes: 'labels' must not hold keys that Kubernetes and EKS keep for themselves, got '${key}'; ` +
        'choose a prefix of your own, such as example.com/',
    );
  });

  test.each([
    [{ labels: { 'a b': 'a' } }, "'labels' must have keys as Kubernetes has them"],
    [{ labels: { a: 'a b' } }, "'labels.a' must have values of at most 63 letters"],
    [{ labels: { a: '' } }, "'labels.a' must have a value, which EKS asks for, got ''; set it to 'true'"],
    [{ taints: [{ ...taint, key: '-' }] }, "'taints' must have keys as Kubernetes has them"],
    [{ taints: [{ ...taint, value: '-' }] }, "'taints' must have values of at most 63 letters"],
    [{ taints: [taint, { ...taint, value: 'b' }] }, "'taints' must name each once, got 'batch:NO_SCHEDULE'"],
    [
      { taints: Array.from({ length: 51 }, (_, index): NodeTaint => ({ ...taint, key: `a${index}` })) },
      "'taints' must be at most 50, got 51",
    ],
  ])('refuse %j', (options, message) => {
    expect(refused(options)).toContain(`nodes: ${message}`);
  });
});
