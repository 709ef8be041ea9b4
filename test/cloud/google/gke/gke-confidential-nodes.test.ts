import { confidentialNodes, temporaryMachine } from '../../../../lib/cloud/google/gke/gke-confidential-nodes';

describe('confidentialNodes', () => {
  test.each([undefined, false])('are not written down where not asked for: %p', (chosen) => {
    const options = chosen === undefined ? {} : { confidentialNodes: chosen };
    expect(confidentialNodes(options)).toEqual({});
    expect(temporaryMachine(options)).toEqual({});
  });

  test.each([
    [true, 'SEV', 'n2d-standard-2'],
    ['SEV', 'SEV', 'n2d-standard-2'],
    ['SEV_SNP', 'SEV_SNP', 'n2d-standard-2'],
    ['TDX', 'TDX', 'c3-standard-4'],
  ] as const)(
    'of %p have a technology, and a first pool on machines that offer it',
    (chosen, technology, machineType) => {
      expect(confidentialNodes({ confidentialNodes: chosen })).toEqual({
        confidentialNodes: { enabled: true, confidentialInstanceType: technology },
      });
      expect(temporaryMachine({ confidentialNodes: chosen })).toEqual({ machineType });
    },
  );
});
