import { jobName } from '../../../lib/workloads/controllers/job-name';

const SPEC = { backoffLimit: 3, template: { spec: { containers: [{ name: 'a' }, { name: 'b' }] } } };

describe('the name of a Job', () => {
  test('is the workload’s with 8 characters of a hash', () => {
    expect(jobName('migrate', SPEC)).toMatch(/^migrate-[0-9a-f]{8}$/);
  });

  test('stays where nothing changes, whatever the order of keys', () => {
    const { backoffLimit, template } = SPEC;
    expect(jobName('migrate', { template, backoffLimit })).toBe(jobName('migrate', SPEC));
  });

  test.each([
    ['a field', { ...SPEC, backoffLimit: 4 }],
    ['a field far down', { ...SPEC, template: { spec: { containers: [{ name: 'a' }, { name: 'c' }] } } }],
    ['the order of a list', { ...SPEC, template: { spec: { containers: [{ name: 'b' }, { name: 'a' }] } } }],
  ])('changes with %s', (_what, spec) => {
    expect(jobName('migrate', spec)).not.toBe(jobName('migrate', SPEC));
  });

  test('has 63 characters at most, of which the hash is whole', () => {
    expect(jobName('a'.repeat(54), SPEC)).toMatch(/^a{54}-[0-9a-f]{8}$/);
    expect(jobName('a'.repeat(63), SPEC)).toMatch(/^a{54}-[0-9a-f]{8}$/);
  });

  test('has one dash before the hash where a cut ends in another', () => {
    expect(jobName(`${'a'.repeat(53)}-${'b'.repeat(9)}`, SPEC)).toMatch(/^a{53}-[0-9a-f]{8}$/);
  });
});
