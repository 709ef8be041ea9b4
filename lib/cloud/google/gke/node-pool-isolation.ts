import type {
  ContainerNodePoolNodeConfigConfidentialNodes,
  ContainerNodePoolNodeConfigShieldedInstanceConfig,
} from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { ConfidentialTechnology } from './gke-confidential-nodes';
import { confidentialSeries, confidentialTechnology, machineSeries } from './node-pool-machine-series';
import type { NodeImageType } from './node-pool-system';

/** The part of a node pool's options that has to do with what keeps nodes, and the pods on them, apart. */
export interface GkeNodeIsolationOptions {
  /**
   * Whether nodes boot only what is signed. Kernel modules that are not, such as a GPU driver of one's own, do not load.
   *
   * @default true
   */
  readonly secureBoot?: boolean;
  /**
   * Whether pods can run in gVisor, apart from the kernel of the node: those with the runtime class `gvisor` do, and GKE
   * keeps others off by the taint `sandbox.gke.io/runtime=gvisor:NoSchedule`. The cluster needs another pool for GKE's
   * own pods. Only releases of the `google` provider from 8.0 on know of it: the pool has its stack require one.
   *
   * @default false
   */
  readonly gvisor?: boolean;
  /**
   * Whether the processor encrypts the memory of the nodes, or in which way it does; `true` is the way of the machine
   * series.
   *
   * @default false
   */
  readonly confidentialNodes?: boolean | ConfidentialTechnology;
}

interface IsolatedMachine extends GkeNodeIsolationOptions {
  readonly machineType: string;
  readonly imageType?: NodeImageType;
}

/** What keeps nodes apart, as the provider writes it. */
export interface NodeIsolation {
  readonly shieldedInstanceConfig: ContainerNodePoolNodeConfigShieldedInstanceConfig;
  readonly confidentialNodes?: ContainerNodePoolNodeConfigConfidentialNodes;
}

/** What keeps nodes apart, but for gVisor, which the bound provider does not know. */
export function nodeIsolation({ machineType, secureBoot = true, confidentialNodes }: IsolatedMachine): NodeIsolation {
  const shieldedInstanceConfig = { enableSecureBoot: secureBoot, enableIntegrityMonitoring: true };
  if (confidentialNodes === undefined || confidentialNodes === false) return { shieldedInstanceConfig };
  const technology = confidentialNodes === true ? confidentialTechnology(machineType) : confidentialNodes;
  return {
    shieldedInstanceConfig,
    confidentialNodes: { enabled: true, ...(technology === undefined ? {} : { confidentialInstanceType: technology }) },
  };
}

/** Refuses isolation that the image or the machines do not offer. */
export function isolationRefusals(options: IsolatedMachine): (Refusal | undefined)[] {
  const { gvisor = false, imageType, confidentialNodes = false } = options;
  return [
    gvisor && imageType === 'UBUNTU_CONTAINERD'
      ? { property: 'imageType', rule: 'must be COS_CONTAINERD for gVisor', got: imageType }
      : undefined,
    confidentialNodes === false ? undefined : confidentialRefusal(options.machineType, confidentialNodes),
  ];
}

function confidentialRefusal(machineType: string, asked: true | ConfidentialTechnology): Refusal | undefined {
  if (Token.isUnresolved(machineType) || Token.isUnresolved(asked)) return undefined;
  const series =
    asked === true ? [...confidentialSeries('SEV'), ...confidentialSeries('TDX')] : confidentialSeries(asked);
  if (series.includes(machineSeries(machineType))) return undefined;
  return {
    property: 'confidentialNodes',
    rule: `must be on machines whose memory can be encrypted${asked === true ? '' : ` by ${asked}`}, which ${machineType} is not`,
    got: asked,
    remedy: `choose machines of ${series.join(', ')}`,
  };
}
