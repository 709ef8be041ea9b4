import type { Construct } from 'constructs';
import { PRIVATE_RANGES } from '../../core/cidr';
import type { Cluster } from '../../core/cluster';
import { allowEgressToEntity } from '../../platform/network/cilium-policy';
import type { HostPolicies } from '../../platform/network/host-policy';
import { allowEgressToRanges } from '../../platform/network/network-policy';

const HTTPS_PORT = 443;

/** Pods that reach the API server. */
export interface ApiServerEgressProps {
  /** Name of the policies. */
  readonly name: string;
  readonly namespace: string;
  /** Labels of the pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** Ranges in which policies see the API server. */
  readonly ranges: readonly string[];
  /** @default - nothing knows the API server but by its addresses */
  readonly policies?: HostPolicies;
}

/**
 * Lets pods reach the API server, on 443 of its own addresses behind the Service `kubernetes`.
 *
 * On Dataplane V2 a policy sees what the Service's address was translated to; under the VPC CNI it sees the Service's
 * address itself, which belongs to `ranges` there. Cilium takes no range for the API server, whatever its addresses.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/fqdn-network-policies#requirements-and-limitations
 * https://github.com/aws/amazon-network-policy-controller-k8s/blob/main/pkg/resolvers/endpoints.go
 * https://docs.cilium.io/en/stable/security/policy/language/#entities-based
 */
export function allowEgressToApiServer(scope: Construct, id: string, props: ApiServerEgressProps): void {
  const { name, namespace, selector, ranges, policies } = props;
  const pods = { name, namespace, selector, ports: [{ port: HTTPS_PORT }] };
  allowEgressToRanges(scope, id, { ...pods, ranges: ranges.map((cidr) => ({ cidr })) });
  if (policies === 'cilium') allowEgressToEntity(scope, `${id}Entity`, { ...pods, entity: 'kube-apiserver' });
}

/** Where a cluster's policies see its API server: at any private address where nobody says. */
export function apiServerRanges(cluster: Cluster | undefined): Pick<ApiServerEgressProps, 'ranges' | 'policies'> {
  if (cluster === undefined) return { ranges: PRIVATE_RANGES };
  const { apiServerRanges: own, apiServerServiceRanges: service = [], fqdnPolicies: policies } = cluster;
  return { ranges: [...new Set([...own, ...service])], ...(policies === undefined ? {} : { policies }) };
}
