import type { EksNodeGroupUpdateConfig } from '@cdktf/provider-aws/lib/eks-node-group';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

/** Share of the nodes that an update takes away at once. */
const DEFAULT_MAX_UNAVAILABLE_PERCENTAGE = 33;
/** https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html */
const MAX_UNAVAILABLE = { min: 1, max: 100 };
const KUBERNETES_VERSION = /^1\.\d{2}$/;
/** `1.35.2-20261104` of Amazon Linux; `1.52.0-1a2b3c4d` of Bottlerocket, which counts its own releases. */
const RELEASE_VERSION = /^\d+\.\d+\.\d+-[0-9a-f]{8}$/;

/** The part of a node group's options that has to do with repair and updates. */
export interface EksNodeUpdateOptions {
  /**
   * Nodes that an update may take away at once, from 1 to 100; in place of `maxUnavailablePercentage`.
   *
   * @default - `maxUnavailablePercentage` counts
   */
  readonly maxUnavailable?: number;
  /**
   * The same in percent of the nodes, from 1 to 100.
   *
   * @default 33
   */
  readonly maxUnavailablePercentage?: number;
  /**
   * Whether an update starts new nodes before it takes old ones away (`DEFAULT`), or the other way round
   * (`MINIMAL`), which takes no machines beyond those that are there.
   *
   * @default - EKS' own, DEFAULT
   */
  readonly updateStrategy?: 'DEFAULT' | 'MINIMAL';
  /**
   * Whether an update goes on where a disruption budget keeps a pod from leaving its node. The pod is ended then.
   *
   * @default false
   */
  readonly forceUpdateVersion?: boolean;
  /**
   * Minor version of Kubernetes that the nodes run, such as `1.35`: the control plane's, or up to three older.
   *
   * @default - the control plane's when the group is made, which it then keeps
   */
  readonly kubernetesVersion?: string;
  /**
   * Release of the image, such as `1.35.2-20261104`.
   *
   * @default - the newest when the group is made, or its launch template changes
   */
  readonly releaseVersion?: string;
  /**
   * Whether EKS replaces nodes that are not well.
   *
   * @default true
   */
  readonly nodeRepair?: boolean;
}

/** How nodes are replaced by newer ones, as the provider writes it, but for `updateStrategy`. */
export function updateConfig({
  maxUnavailable,
  maxUnavailablePercentage,
}: EksNodeUpdateOptions): EksNodeGroupUpdateConfig {
  return maxUnavailable === undefined
    ? { maxUnavailablePercentage: maxUnavailablePercentage ?? DEFAULT_MAX_UNAVAILABLE_PERCENTAGE }
    : { maxUnavailable };
}

/** Refuses updates that EKS cannot carry out. */
export function updateRefusals(options: EksNodeUpdateOptions): readonly (Refusal | undefined)[] {
  const { maxUnavailable, maxUnavailablePercentage, kubernetesVersion, releaseVersion } = options;
  return [
    maxUnavailable !== undefined && maxUnavailablePercentage !== undefined
      ? {
          property: 'maxUnavailablePercentage',
          rule: 'must not go with maxUnavailable',
          got: maxUnavailablePercentage,
          remedy: 'leave one of them out',
        }
      : undefined,
    maxUnavailable === undefined ? undefined : wholeNumberRefusal('maxUnavailable', maxUnavailable, MAX_UNAVAILABLE),
    maxUnavailablePercentage === undefined
      ? undefined
      : wholeNumberRefusal('maxUnavailablePercentage', maxUnavailablePercentage, MAX_UNAVAILABLE),
    formRefusal('kubernetesVersion', kubernetesVersion, KUBERNETES_VERSION, 'must be a minor version such as 1.35'),
    formRefusal('releaseVersion', releaseVersion, RELEASE_VERSION, 'must be a release such as 1.35.2-20261104'),
  ];
}

function formRefusal(property: string, got: string | undefined, form: RegExp, rule: string): Refusal | undefined {
  if (got === undefined || Token.isUnresolved(got) || form.test(got)) return undefined;
  return { property, rule, got };
}
