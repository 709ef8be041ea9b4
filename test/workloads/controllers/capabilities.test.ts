import { CAPABILITIES } from '../../../lib/workloads/controllers/capabilities';

describe('the capabilities of Linux', () => {
  test('are 41, each once, in the order of their names', () => {
    expect(CAPABILITIES).toHaveLength(41);
    expect(CAPABILITIES).toEqual([...new Set(CAPABILITIES)].sort());
  });

  test('are named as Kubernetes takes them', () => {
    expect(CAPABILITIES.filter((name) => !/^(?!CAP_)[A-Z_]+$/.test(name))).toEqual([]);
  });
});
