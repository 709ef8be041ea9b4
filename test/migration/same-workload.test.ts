import { isSameWorkload } from '../../lib/migration/same-workload';
import { object, serving, type Fields } from './versions';

const deployment = (name: string, container: Fields) =>
  object('Deployment', name, { spec: { template: { spec: { containers: [container] } } } });

describe('two workloads are one', () => {
  test('where pods differ in names only, as whole words', () => {
    const before = deployment('post', { image: 'postgres', args: ['--host=post.funlynk', 'post-0', 7] });
    const after = deployment('mail', { image: 'postgres', args: ['--host=mail.funlynk', 'mail-0', 7] });
    expect(isSameWorkload(before, after)).toBe(true);
  });

  test('where the new name holds the old one', () => {
    const container = (name: string): Fields => ({ name, image: 'docker.io/library/postgres:17' });
    expect(
      isSameWorkload(deployment('postgres', container('postgres')), deployment('postgres-2', container('postgres-2'))),
    ).toBe(true);
  });

  test('where image and ports are the same, whatever the kind', () => {
    const template = { spec: { containers: [{ image: 'a:v1', ports: [{ containerPort: 1 }], args: ['--new'] }] } };
    const before = { spec: { containers: [{ image: 'a:v1', ports: [{ containerPort: 1 }] }] } };
    expect(
      isSameWorkload(serving('Deployment', 'a', { template: before }), serving('Rollout', 'b', { template })),
    ).toBe(true);
  });
});

describe('two workloads are two', () => {
  test.each([
    ['another value', { image: 'i', args: ['a'] }, { image: 'i', args: ['c'] }],
    ['another number', { image: 'i', args: [1] }, { image: 'i', args: [2] }],
    ['one value more', { image: 'i', args: ['a'] }, { image: 'i', args: ['a', 'a'] }],
    ['one key more', { image: 'i' }, { image: 'i', tty: true }],
    ['a value in place of a list', { image: 'i', args: ['a'] }, { image: 'i', args: 'a' }],
  ])('where pods differ by %s', (_, before, after) => {
    expect(isSameWorkload(deployment('a', before), deployment('b', after))).toBe(false);
  });

  test('where pods are alike and kinds are not', () => {
    const { spec } = deployment('a', { image: 'i' });
    expect(isSameWorkload(object('Deployment', 'a', { spec }), object('DaemonSet', 'b', { spec }))).toBe(false);
  });
});
