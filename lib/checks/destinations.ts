import { type Cidr, PRIVATE_RANGES } from '../core/cidr';
import type { Cloud } from '../core/cluster';
import type { ServiceModel, SystemModel } from '../core/model/system-model';
import type { AddressTarget } from './egress';
import { inRanges, parsedRange } from './ip-blocks';
import type { ClusterOutput } from './output';

/** What the model has of a destination: it has to be reached, it may be, or it must not be. */
export type Verdict = 'must' | 'may' | 'never';

/** An address that stands for many, and what the model has of it. */
export interface Destination extends AddressTarget {
  /** As a finding names it. */
  readonly name: string;
  readonly verdict: Verdict;
  /** What Cilium calls it, for which it takes no address. */
  readonly entity?: string;
}

/** Port of the API server, and of every API of a cloud. */
const HTTPS_PORT = 443;

/** Stands for every port that nobody thinks of. */
const OTHER_PORT = 65535;

/** Stands for every address of the internet. */
export const PUBLIC_ADDRESS = '8.8.8.8';

/**
 * Where pods find the credentials of their cloud: the agent of EKS Pod Identity, and Google's metadata server, which on
 * a node of AWS gives out the node's own.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html
 * https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity
 */
const CREDENTIAL_ADDRESSES: Readonly<Record<Cloud, string>> = { aws: '169.254.170.23', google: '169.254.169.254' };
const CREDENTIAL_PORT = 80;

/** What of a service decides whither it may go; a stranger has none of it. */
export type Rights = Pick<ServiceModel, 'connectsTo' | 'permissions' | 'apiAccess' | 'telemetry'>;

/** Addresses outside the cluster, private ones and the cloud's own, with what a service may do there. */
export function destinations(model: SystemModel, cluster: ClusterOutput, rights: Rights): readonly Destination[] {
  return [
    ...publicDestinations(model, rights),
    ...privateDestinations(cluster, rights),
    ...credentials(cluster, rights),
  ];
}

function publicDestinations(model: SystemModel, rights: Rights): readonly Destination[] {
  const ports = Object.values(model.services).flatMap(externalPorts);
  const mayCall = (port: number): boolean =>
    externalPorts(rights).includes(port) || (port === HTTPS_PORT && hasIdentity(rights));
  const name = 'a public address';
  return [
    ...[...new Set([HTTPS_PORT, ...ports, OTHER_PORT])].map((port): Destination => ({
      ...{ name, address: PUBLIC_ADDRESS, port, protocol: 'TCP' },
      verdict: mayCall(port) ? 'may' : 'never',
    })),
    { name, address: PUBLIC_ADDRESS, port: OTHER_PORT, protocol: 'UDP', verdict: 'never' },
  ];
}

/** The API server and the cloud's endpoints are somewhere among private addresses; where, only the cluster knows. */
function privateDestinations({ network }: ClusterOutput, rights: Rights): readonly Destination[] {
  const apiServer = network?.apiServerRanges ?? PRIVATE_RANGES;
  const service = network?.apiServerServiceRanges ?? [];
  const cloud = network?.cloudApiRanges ?? PRIVATE_RANGES;
  const callsApi = (rights.apiAccess ?? []).length > 0;
  const ranges = [...new Set([...PRIVATE_RANGES, ...apiServer, ...service, ...cloud])];
  return ranges.flatMap(lastAddress).flatMap((address): readonly Destination[] => {
    const atApi = callsApi && inRanges([...apiServer, ...service], address);
    const atCloud = hasIdentity(rights) && inRanges(cloud, address);
    const verdict = atApi && network !== undefined ? 'must' : atApi || atCloud ? 'may' : 'never';
    const at = { address, protocol: 'TCP' } as const;
    const entity = 'kube-apiserver';
    return [
      { name: 'a private address', ...at, port: HTTPS_PORT, verdict, ...(atApi ? { entity } : {}) },
      { name: 'a private address', ...at, port: OTHER_PORT, verdict: 'never' },
    ];
  });
}

function credentials({ cloud, network }: ClusterOutput, rights: Rights): readonly Destination[] {
  const own = network?.credentialEndpoint.cidr.split('/')[0] ?? CREDENTIAL_ADDRESSES[cloud];
  const port = network?.credentialEndpoint.port ?? CREDENTIAL_PORT;
  const addresses = [...new Set([...Object.values(CREDENTIAL_ADDRESSES), own])];
  return addresses.map((address): Destination => ({
    ...{ name: 'the credential endpoint', address, protocol: 'TCP' },
    ...(address === own
      ? { port, verdict: hasIdentity(rights) ? 'must' : 'never', entity: 'host' }
      : { port: CREDENTIAL_PORT, verdict: 'never' }),
  }));
}

/** Ports of hosts outside that a service connects to. */
function externalPorts({ connectsTo = [] }: Rights): readonly number[] {
  return connectsTo.flatMap((connection) => ('external' in connection ? [connection.portNumber] : []));
}

/** Whether a service acts as somebody in the cloud. */
export function hasIdentity({ permissions = [] }: Rights): boolean {
  return permissions.length > 0;
}

function lastAddress(range: string): readonly string[] {
  const cidr: Cidr | undefined = parsedRange(range);
  return cidr === undefined
    ? []
    : [
        cidr
          .subnet(32, cidr.size - 1)
          .toString()
          .replace('/32', ''),
      ];
}
