import {
  nodeSystem,
  systemRefusals,
  type GkeNodeSystemOptions,
} from '../../../../lib/cloud/google/gke/node-pool-system';
import { refused } from './refused';

describe('nodeSystem', () => {
  test('writes nothing that was not asked for', () => {
    expect(nodeSystem({})).toEqual({
      imageType: 'COS_CONTAINERD',
      kubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
    });
  });

  test.each<[GkeNodeSystemOptions, object]>([
    [{ imageType: 'UBUNTU_CONTAINERD' }, { imageType: 'UBUNTU_CONTAINERD' }],
    [{ imageStreaming: true }, { gcfsConfig: { enabled: true } }],
    [{ imageStreaming: false }, { gcfsConfig: { enabled: false } }],
    [{ loggingVariant: 'MAX_THROUGHPUT' }, { loggingVariant: 'MAX_THROUGHPUT' }],
    [{ gvnic: true }, { gvnic: { enabled: true } }],
    [{ gvnic: false }, { gvnic: { enabled: false } }],
    [{ threadsPerCore: 1 }, { advancedMachineFeatures: { threadsPerCore: 1 } }],
    [
      { nestedVirtualization: true },
      { advancedMachineFeatures: { threadsPerCore: 0, enableNestedVirtualization: true } },
    ],
    [
      { nestedVirtualization: false },
      { advancedMachineFeatures: { threadsPerCore: 0, enableNestedVirtualization: false } },
    ],
    [{ linuxSysctls: { 'vm.swappiness': '0' } }, { linuxNodeConfig: { sysctls: { 'vm.swappiness': '0' } } }],
    [{ cpuManagerPolicy: 'static' }, { kubeletConfig: { cpuManagerPolicy: 'static' } }],
    [{ podPidsLimit: 2048 }, { kubeletConfig: { podPidsLimit: 2048 } }],
  ])('writes %j', (options, expected) => {
    expect(nodeSystem(options)).toMatchObject(expected);
  });
});

describe('systemRefusals', () => {
  test('accept what the machines and the image offer', () => {
    const options: GkeNodeSystemOptions = {
      imageStreaming: true,
      nestedVirtualization: true,
      podPidsLimit: 1024,
      linuxSysctls: { 'net.core.somaxconn': '4096' },
    };
    expect(refused(systemRefusals({ machineType: 'n2-standard-8', ...options }))).toEqual([]);
  });

  test.each<[GkeNodeSystemOptions, string]>([
    [
      { imageStreaming: true, imageType: 'UBUNTU_CONTAINERD' },
      "'imageType' must be COS_CONTAINERD for image streaming, got 'UBUNTU_CONTAINERD'",
    ],
    [
      { nestedVirtualization: true },
      "'nestedVirtualization' must be on machines that can run virtual machines, which e2-standard-4 cannot, got true; choose machines such as n2 or c3",
    ],
    [{ podPidsLimit: 100 }, "'podPidsLimit' must be a whole number from 1024 to 4194304, got 100"],
    [
      { linuxSysctls: { swappiness: '0' } },
      "'linuxSysctls' must hold kernel parameters under fs, kernel, net or vm, such as net.core.somaxconn, got 'swappiness'",
    ],
  ])('refuse %j', (options, message) => {
    expect(refused(systemRefusals({ machineType: 'e2-standard-4', ...options }))).toEqual([message]);
  });
});
