import { ApiObject } from 'cdk8s';
import { type Construct } from 'constructs';
import type { Cluster } from '../../core/cluster';
import { allowEgressToCiliumHosts } from './cilium-policy';
import type { AllowProps } from './network-policy';

/** What enforces network policies that name hosts. */
export type HostPolicies = NonNullable<Cluster['fqdnPolicies']>;

/** Hosts outside the cluster that some pods may reach. */
export interface AllowHostsProps extends AllowProps {
  /** Names in lower case; one that begins with `*.` stands for every name with one part in that place. */
  readonly hosts: readonly string[];
  /** What enforces the policy on the cluster. */
  readonly policies: HostPolicies;
}

/**
 * Lets the selected pods reach hosts by their names, at whatever addresses DNS gives them. Policies add up, so a range
 * that holds those addresses has to be allowed by no other one.
 */
export function allowEgressToHosts(scope: Construct, id: string, props: AllowHostsProps): void {
  if (props.policies === 'cilium') allowEgressToCiliumHosts(scope, id, props);
  else allowEgressToGkeHosts(scope, id, props);
}

/** https://cloud.google.com/kubernetes-engine/docs/how-to/fqdn-network-policies */
function allowEgressToGkeHosts(scope: Construct, id: string, props: AllowHostsProps): void {
  new ApiObject(scope, id, {
    apiVersion: 'networking.gke.io/v1alpha1',
    kind: 'FQDNNetworkPolicy',
    metadata: { name: props.name, namespace: props.namespace },
    spec: {
      podSelector: { matchLabels: props.selector },
      egress: [
        {
          matches: props.hosts.map((host) => (host.startsWith('*') ? { pattern: host } : { name: host })),
          ports: props.ports.map(({ port, protocol }) => ({ port, protocol: protocol ?? 'TCP' })),
        },
      ],
    },
  });
}
