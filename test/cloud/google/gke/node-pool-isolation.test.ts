import {
  isolationRefusals,
  nodeIsolation,
  type GkeNodeIsolationOptions,
} from '../../../../lib/cloud/google/gke/node-pool-isolation';
import { refused } from './refused';

describe('nodeIsolation', () => {
  test.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('where secure boot is %p boots signed software alone: %p', (secureBoot, enableSecureBoot) => {
    const option = secureBoot === undefined ? {} : { secureBoot };
    expect(nodeIsolation({ machineType: 'e2-standard-4', ...option })).toEqual({
      shieldedInstanceConfig: { enableSecureBoot, enableIntegrityMonitoring: true },
    });
  });

  test.each<[string, GkeNodeIsolationOptions['confidentialNodes'], unknown]>([
    ['n2d-standard-4', true, { enabled: true, confidentialInstanceType: 'SEV' }],
    ['c3-standard-4', true, { enabled: true, confidentialInstanceType: 'TDX' }],
    ['n2d-standard-4', 'SEV_SNP', { enabled: true, confidentialInstanceType: 'SEV_SNP' }],
    ['n2d-standard-4', false, undefined],
  ])('of %s, confidential: %p, is %j', (machineType, confidentialNodes, expected) => {
    const option = confidentialNodes === undefined ? {} : { confidentialNodes };
    expect(nodeIsolation({ machineType, ...option }).confidentialNodes).toEqual(expected);
  });
});

describe('isolationRefusals', () => {
  test('refuse gVisor on Ubuntu, and nothing else on it', () => {
    const pool = { machineType: 'n2-standard-8', imageType: 'UBUNTU_CONTAINERD' } as const;
    expect(refused(isolationRefusals({ ...pool, gvisor: false }))).toEqual([]);
    expect(refused(isolationRefusals({ ...pool, gvisor: true }))).toEqual([
      "'imageType' must be COS_CONTAINERD for gVisor, got 'UBUNTU_CONTAINERD'",
    ]);
  });

  test('accept gVisor on Container-Optimized OS', () => {
    expect(refused(isolationRefusals({ machineType: 'n2-standard-8', gvisor: true }))).toEqual([]);
  });

  test.each<[string, true | 'TDX', string]>([
    [
      'e2-standard-4',
      true,
      "'confidentialNodes' must be on machines whose memory can be encrypted, which e2-standard-4 is not, got true; choose machines of c2d, c3d, c4d, n2d, a3, c3, c4",
    ],
    [
      'n2d-standard-4',
      'TDX',
      "'confidentialNodes' must be on machines whose memory can be encrypted by TDX, which n2d-standard-4 is not, got 'TDX'; choose machines of a3, c3, c4",
    ],
  ])('refuse %s, confidential: %p', (machineType, confidentialNodes, message) => {
    expect(refused(isolationRefusals({ machineType, confidentialNodes }))).toEqual([message]);
  });
});
