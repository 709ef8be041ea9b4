import type { ContainerNodePoolNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { canNest } from './node-pool-machine-series';

/** https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config#sysctl-options */
const SYSCTL = /^(fs|kernel|net|vm)(\.[a-z0-9_]+)+$/;
/** https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config#kubelet-options */
const POD_PIDS_LIMIT = { min: 1024, max: 4_194_304 };

const DEFAULT_IMAGE_TYPE = 'COS_CONTAINERD';

/** Operating system of a node: Container-Optimized OS, which is Google's, or Ubuntu. */
export type NodeImageType = 'COS_CONTAINERD' | 'UBUNTU_CONTAINERD';

/** The part of a node pool's options that has to do with the operating system and the kubelet. */
export interface GkeNodeSystemOptions {
  /**
   * Operating system of the nodes.
   *
   * @default 'COS_CONTAINERD'
   */
  readonly imageType?: NodeImageType;
  /**
   * Whether containers start before their image has arrived in full. It needs `containerfilesystem.googleapis.com`, and
   * images in Artifact Registry, in the region of the cluster or its continent.
   *
   * @default false
   */
  readonly imageStreaming?: boolean;
  /**
   * How much log the nodes pass on: `MAX_THROUGHPUT` is for more than 100 KB a second, and takes a processor more.
   *
   * @default - GKE's own, DEFAULT
   */
  readonly loggingVariant?: 'DEFAULT' | 'MAX_THROUGHPUT';
  /**
   * Whether nodes have Google's own network card, which faster machines need.
   *
   * @default - what GKE gives machines of the series
   */
  readonly gvnic?: boolean;
  /**
   * Threads of each core; 1 turns simultaneous multithreading off.
   *
   * @default - as many as the core has
   */
  readonly threadsPerCore?: 1 | 2;
  /**
   * Whether nodes can run virtual machines.
   *
   * @default false
   */
  readonly nestedVirtualization?: boolean;
  /**
   * Kernel parameters, such as `net.core.somaxconn`.
   *
   * @default - those of the image
   */
  readonly linuxSysctls?: Readonly<Record<string, string>>;
  /**
   * Whether pods with whole processors of their own (`static`) keep them to themselves.
   *
   * @default - they do not
   */
  readonly cpuManagerPolicy?: 'none' | 'static';
  /**
   * Most processes of a pod, from 1024 to 4194304.
   *
   * @default - GKE's own
   */
  readonly podPidsLimit?: number;
}

interface SystemMachine extends GkeNodeSystemOptions {
  readonly machineType: string;
}

/** Operating system and kubelet, as the provider writes them. What is not asked for is not written. */
export function nodeSystem(options: GkeNodeSystemOptions): Partial<ContainerNodePoolNodeConfig> {
  const { imageStreaming, loggingVariant, gvnic, linuxSysctls } = options;
  const { threadsPerCore, nestedVirtualization, cpuManagerPolicy, podPidsLimit } = options;
  return {
    imageType: options.imageType ?? DEFAULT_IMAGE_TYPE,
    kubeletConfig: {
      insecureKubeletReadonlyPortEnabled: 'FALSE',
      ...(cpuManagerPolicy === undefined ? {} : { cpuManagerPolicy }),
      ...(podPidsLimit === undefined ? {} : { podPidsLimit }),
    },
    ...(imageStreaming === undefined ? {} : { gcfsConfig: { enabled: imageStreaming } }),
    ...(loggingVariant === undefined ? {} : { loggingVariant }),
    ...(gvnic === undefined ? {} : { gvnic: { enabled: gvnic } }),
    ...(linuxSysctls === undefined ? {} : { linuxNodeConfig: { sysctls: { ...linuxSysctls } } }),
    ...(threadsPerCore === undefined && nestedVirtualization === undefined
      ? {}
      : {
          advancedMachineFeatures: {
            // The provider wants a number; 0 leaves it to the machine.
            threadsPerCore: threadsPerCore ?? 0,
            ...(nestedVirtualization === undefined ? {} : { enableNestedVirtualization: nestedVirtualization }),
          },
        }),
  };
}

/** Refuses what the image or the machines do not offer. */
export function systemRefusals(options: SystemMachine): (Refusal | undefined)[] {
  const { machineType, imageType, imageStreaming = false, nestedVirtualization = false, podPidsLimit } = options;
  return [
    imageStreaming && imageType === 'UBUNTU_CONTAINERD'
      ? { property: 'imageType', rule: 'must be COS_CONTAINERD for image streaming', got: imageType }
      : undefined,
    nestedVirtualization && !Token.isUnresolved(machineType) && !canNest(machineType)
      ? {
          property: 'nestedVirtualization',
          rule: `must be on machines that can run virtual machines, which ${machineType} cannot`,
          got: true,
          remedy: 'choose machines such as n2 or c3',
        }
      : undefined,
    podPidsLimit === undefined ? undefined : wholeNumberRefusal('podPidsLimit', podPidsLimit, POD_PIDS_LIMIT),
    ...Object.keys(options.linuxSysctls ?? {})
      .filter((name) => !SYSCTL.test(name))
      .map((got) => ({
        property: 'linuxSysctls',
        rule: 'must hold kernel parameters under fs, kernel, net or vm, such as net.core.somaxconn',
        got,
      })),
  ];
}
