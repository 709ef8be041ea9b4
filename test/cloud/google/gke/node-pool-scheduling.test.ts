import { schedulingRefusals, sortedTaints, type GkeTaint } from '../../../../lib/cloud/google/gke/node-pool-scheduling';
import { refused } from './refused';

const TAINT: GkeTaint = { key: 'example.com/team', value: 'a', effect: 'NO_SCHEDULE' };

describe('sortedTaints', () => {
  test('have one order, whatever order they are given in', () => {
    const taints: GkeTaint[] = [TAINT, { ...TAINT, effect: 'NO_EXECUTE' }, { ...TAINT, key: 'a' }];
    expect(sortedTaints(taints)).toEqual(sortedTaints([...taints].reverse()));
    expect(sortedTaints()).toEqual([]);
  });
});

describe('schedulingRefusals', () => {
  test('accept what GKE does', () => {
    const labels = { 'node.kubernetes.io/team': 'a', 'cloud.google.com/compute-class': 'a', tier: '' };
    const taints: GkeTaint[] = [TAINT, { ...TAINT, effect: 'NO_EXECUTE' }];
    expect(refused(schedulingRefusals({ labels, taints, tags: ['batch'] }))).toEqual([]);
    expect(refused(schedulingRefusals({}))).toEqual([]);
  });

  test.each(['kubernetes.io/os', 'topology.kubernetes.io/zone', 'k8s.io/a', 'cloud.google.com/gke-nodepool'])(
    'refuse the label %s, which others set',
    (key) => {
      expect(refused(schedulingRefusals({ labels: { [key]: 'a' } }))).toEqual([
        `'labels' must not hold keys that Kubernetes and GKE keep for themselves, got '${key}'; choose a prefix of your own, such as example.com/`,
      ]);
    },
  );

  test('refuse labels that are none to Kubernetes, all at once', () => {
    expect(refused(schedulingRefusals({ labels: { '-a': 'b', c: 'd e' } }))).toEqual([
      "'labels' must have keys as Kubernetes has them, such as example.com/team, got '-a'",
      "'labels.c' must have values of at most 63 letters, digits, dots, dashes and underscores, got 'd e'",
    ]);
  });

  test('refuse taints that are none to Kubernetes, all at once', () => {
    expect(refused(schedulingRefusals({ taints: [{ ...TAINT, key: 'a/b/c', value: '!' }] }))).toEqual([
      "'taints' must have keys as Kubernetes has them, such as example.com/team, got 'a/b/c'",
      "'taints' must have values of at most 63 letters, digits, dots, dashes and underscores, got '!'",
    ]);
  });

  test('refuse two taints of one key and effect, which Kubernetes does not tell apart', () => {
    expect(refused(schedulingRefusals({ taints: [TAINT, { ...TAINT, value: 'b' }] }))).toEqual([
      "'taints' must name each once, got 'example.com/team:NO_SCHEDULE'",
    ]);
  });

  test('refuse network tags that Google would, and those named twice', () => {
    expect(refused(schedulingRefusals({ tags: ['Batch', 'a', 'a'] }))).toEqual([
      "'tags' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Batch'",
      "'tags' must name each once, got 'a'",
    ]);
  });

  test('refuse more network tags than a machine can have, with that of the network', () => {
    const tags = Array.from({ length: 64 }, (_, index) => `tag-${index}`);
    expect(refused(schedulingRefusals({ tags }))).toEqual(["'tags' must be at most 63, got 64"]);
    expect(refused(schedulingRefusals({ tags: tags.slice(1) }))).toEqual([]);
  });
});
