import { found, object, podTemplate, told, type Fields } from './versions';

const change = (kind: string, previous: Fields, next: Fields): readonly string[] =>
  told([object(kind, 'it', previous)], [object(kind, 'it', next)]);

const ANOTHER_JOB =
  'give each version of the job a name of its own; or waive this, push, and delete the old one; it runs again:\n  kubectl -n funlynk delete job it';

describe('the selector', () => {
  const before = { spec: { selector: { matchLabels: { app: 'a' } } } };
  const after = { spec: { selector: { matchLabels: { app: 'b' } } } };
  const said = `spec.selector was {"matchLabels":{"app":"a"}} and cannot become {"matchLabels":{"app":"b"}}`;

  test.each(['Deployment', 'Rollout'])('of a %s stays', (kind) => {
    expect(change(kind, before, after)).toEqual([
      `error immutable-field it: ${said}; deploy it under another name beside this ${kind}, move the traffic, then take 'it' away`,
    ]);
  });

  test('of a DaemonSet stays', () => {
    expect(change('DaemonSet', before, after)).toEqual([
      `error immutable-field it: ${said}; waive this, push, and delete the old one; the next sync makes it anew, and nodes are without their pod in between:\n  kubectl -n funlynk delete daemonset it`,
    ]);
  });

  test('of a Job stays', () => {
    expect(change('Job', before, after)).toEqual([`error immutable-field it: ${said}; ${ANOTHER_JOB}`]);
  });
});

describe('a Job', () => {
  test.each([
    ['template', podTemplate('it', 'it:v1'), podTemplate('it', 'it:v2'), 'spec.template cannot change'],
    ['completions', 1, 2, 'spec.completions was 1 and cannot become 2'],
    ['completionMode', undefined, 'Indexed', "spec.completionMode was nothing and cannot become 'Indexed'"],
    ['podFailurePolicy', undefined, { rules: [] }, 'spec.podFailurePolicy was nothing and cannot become {"rules":[]}'],
    ['successPolicy', undefined, { rules: [] }, 'spec.successPolicy was nothing and cannot become {"rules":[]}'],
    ['backoffLimitPerIndex', 1, 2, 'spec.backoffLimitPerIndex was 1 and cannot become 2'],
  ])('keeps its %s', (field, before, after, message) => {
    expect(change('Job', { spec: { [field]: before } }, { spec: { [field]: after } })).toEqual([
      `error immutable-field it: ${message}; ${ANOTHER_JOB}`,
    ]);
  });

  test('may have more completions where it is indexed and all run at once', () => {
    const spec = (count: number): Fields => ({
      spec: { completionMode: 'Indexed', completions: count, parallelism: count },
    });
    expect(change('Job', spec(2), spec(3))).toEqual([]);
  });

  test('may change what only its next pods follow', () => {
    const spec = { parallelism: 1, backoffLimit: 3, activeDeadlineSeconds: 60 };
    expect(change('Job', { spec }, { spec: { parallelism: 2, backoffLimit: 0, activeDeadlineSeconds: 90 } })).toEqual(
      [],
    );
  });
});

describe('a StorageClass', () => {
  test.each([
    ['provisioner', 'ebs.csi.aws.com', 'ebs.csi.eks.amazonaws.com'],
    ['parameters', { type: 'gp2' }, { type: 'gp3' }],
    ['reclaimPolicy', 'Delete', 'Retain'],
    ['volumeBindingMode', 'Immediate', 'WaitForFirstConsumer'],
  ])('keeps its %s', (field, before, after) => {
    const show = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value));
    expect(change('StorageClass', { [field]: before }, { [field]: after })).toEqual([
      `error immutable-field it: ${field} was ${show(before)} and cannot become ${show(after)}; waive this, push, and delete the old one; the next sync makes it anew, and disks that are there stay as they are:\n  kubectl delete storageclass it`,
    ]);
  });

  test('may let its disks grow', () => {
    expect(change('StorageClass', {}, { allowVolumeExpansion: true })).toEqual([]);
  });

  test('takes what is not written for the default', () => {
    expect(change('StorageClass', {}, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' })).toEqual([]);
  });
});

describe('a PriorityClass', () => {
  test.each([
    ['value', 100, 200, '100', '200'],
    ['preemptionPolicy', undefined, 'Never', 'nothing', "'Never'"],
  ])('keeps its %s', (field, before, after, shownBefore, shownAfter) => {
    expect(change('PriorityClass', { [field]: before }, { [field]: after })).toEqual([
      `error immutable-field it: ${field} was ${shownBefore} and cannot become ${shownAfter}; waive this, push, and delete the old one; the next sync makes it anew, and pods that name it cannot be made; those that are there keep their priority:\n  kubectl delete priorityclass it`,
    ]);
  });
});

test('a RoleBinding keeps its role', () => {
  expect(change('RoleBinding', { roleRef: { name: 'a' } }, { roleRef: { name: 'b' } })).toEqual([
    'error immutable-field it: roleRef was {"name":"a"} and cannot become {"name":"b"}; waive this, push, and delete the old one; the next sync makes it anew, and its rights are missing in between:\n  kubectl -n funlynk delete rolebinding it',
  ]);
});

describe('a ConfigMap or a Secret', () => {
  const remedy = 'give it another name, and have the pods name that one';

  test.each([
    ['ConfigMap', 'data'],
    ['ConfigMap', 'binaryData'],
    ['Secret', 'data'],
    ['Secret', 'stringData'],
  ])('%s that is immutable keeps its %s, which is not repeated', (kind, field) => {
    const before = { immutable: true, [field]: { a: 'old' } };
    expect(change(kind, before, { immutable: true, [field]: { a: 'new' } })).toEqual([
      `error immutable-field it: ${field} cannot change; ${remedy}`,
    ]);
  });

  test('that is immutable remains so', () => {
    expect(change('ConfigMap', { immutable: true }, {})).toEqual([
      `error immutable-field it: immutable was true and cannot become nothing; ${remedy}`,
    ]);
  });

  test('that is not immutable may change, and become so', () => {
    expect(change('ConfigMap', { data: { a: '1' } }, { data: { a: '2' }, immutable: true })).toEqual([]);
  });

  test('that is a Secret keeps its type', () => {
    expect(change('Secret', {}, { type: 'kubernetes.io/tls' })).toEqual([
      "error immutable-field it: type was nothing and cannot become 'kubernetes.io/tls'; waive this, push, and delete the old one; the next sync makes it anew, and pods that start in between wait for it:\n  kubectl -n funlynk delete secret it",
    ]);
    expect(change('Secret', {}, { type: 'Opaque' })).toEqual([]);
  });
});

describe('a finding', () => {
  test('is about the file that is to be written', () => {
    const [finding] = found([object('Secret', 'it')], [object('Secret', 'it', { type: 'x' })]);
    expect(finding?.path).toBe('funlynk/production/us-east-1/40-it/secret-it.yaml');
  });

  test('leaves out values that are long', () => {
    const long = { type: 'x'.repeat(100) };
    const [finding] = found([object('Secret', 'it')], [object('Secret', 'it', long)]);
    expect(finding?.message).toBe('type cannot change');
  });
});

test.each(['HorizontalPodAutoscaler', 'ScaledObject', 'CronJob'])('a %s may change as it likes', (kind) => {
  expect(change(kind, { spec: { a: 1 } }, { spec: { a: 2 } })).toEqual([]);
});
