import { ComputeFirewall, type ComputeFirewallConfig } from '@cdktf/provider-google/lib/compute-firewall';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { boundedName } from '../../../core/names';

/** Webhook ports of controller-runtime, of Gatekeeper and ingress-nginx, and of Istio; GKE opens 443 and 10250 itself. */
const DEFAULT_WEBHOOK_PORTS: readonly number[] = [8443, 9443, 15017];

/**
 * Ranges from which Google's load balancers check health and forward requests.
 * https://cloud.google.com/load-balancing/docs/health-checks#firewall_rules
 */
const HEALTH_CHECK_RANGES = ['130.211.0.0/22', '35.191.0.0/16'];

/** The last that counts before Google's implied rules, so that every other rule comes first. */
export const LAST_PRIORITY = 65_534;

const MAX_RULE_NAME = 63;

/** The part of a network's options that has to do with who may reach its nodes. */
export interface NetworkFirewallOptions {
  /**
   * TCP ports of admission webhooks that the control plane may reach on nodes.
   *
   * @default [8443, 9443, 15017]
   */
  readonly webhookPorts?: readonly number[];
}

/** What rules are written for. */
export interface FirewallPlace {
  readonly project: string;
  /** Beginning of all names. */
  readonly name: string;
  readonly networkId: string;
  /** Network tag of nodes. */
  readonly nodeTag: string;
  /** Range that the control plane calls from. */
  readonly controlPlane: string;
  /** All ranges of the network: its own, and those of what it is peered with. */
  readonly ranges: readonly string[];
  /**
   * Range that the proxies of internal load balancers connect from.
   *
   * @default - there are none
   */
  readonly proxies?: string;
}

/**
 * Adds what may reach nodes: health checks and requests of load balancers, and the control plane that calls webhooks.
 * All else is denied, which Google would do by itself, and logged, which it would not; that holds for other machines of
 * the network, too.
 */
export function addFirewall(scope: Construct, place: FirewallPlace, options: NetworkFirewallOptions): void {
  const webhookPorts = options.webhookPorts ?? DEFAULT_WEBHOOK_PORTS;
  // All TCP ports: a load balancer talks to pods directly, on whichever port they listen.
  addRule(scope, 'HealthChecks', place, 'health-checks', {
    description: 'Health checks and requests of load balancers',
    direction: 'INGRESS',
    sourceRanges: HEALTH_CHECK_RANGES,
    allow: [{ protocol: 'tcp' }],
  });
  if (place.proxies !== undefined) {
    addRule(scope, 'Proxies', place, 'proxies', {
      description: 'Proxies of internal load balancers and Gateways',
      direction: 'INGRESS',
      sourceRanges: [place.proxies],
      allow: [{ protocol: 'tcp' }],
    });
  }
  if (webhookPorts.length > 0) {
    addRule(scope, 'Webhooks', place, 'webhooks', {
      description: 'Admission webhooks called by the control plane',
      direction: 'INGRESS',
      sourceRanges: [place.controlPlane],
      allow: [tcp(webhookPorts)],
    });
  }
  addRule(scope, 'DenyIngress', place, 'deny-ingress', {
    description: 'What nothing else allows',
    direction: 'INGRESS',
    targetTags: undefined,
    priority: LAST_PRIORITY,
    sourceRanges: ['0.0.0.0/0'],
    deny: [{ protocol: 'all' }],
    logConfig: { metadata: 'INCLUDE_ALL_METADATA' },
  });
}

/** Some TCP ports, in an order that does not depend on how they were written. */
export function tcp(ports: readonly number[]): { protocol: string; ports: string[] } {
  return { protocol: 'tcp', ports: [...new Set(ports)].sort((a, b) => a - b).map(String) };
}

/** Adds a rule for the nodes of a network, unless it says that it is for all machines. */
export function addRule(
  scope: Construct,
  id: string,
  { project, name, networkId, nodeTag }: FirewallPlace,
  purpose: string,
  rule: Omit<ComputeFirewallConfig, 'project' | 'name' | 'network'>,
): void {
  new ComputeFirewall(scope, id, {
    project,
    name: boundedName([name, purpose], MAX_RULE_NAME),
    network: networkId,
    targetTags: [nodeTag],
    ...rule,
  });
}

/** Refuses what is no port. */
export function firewallRefusals({
  webhookPorts = DEFAULT_WEBHOOK_PORTS,
}: NetworkFirewallOptions): (Refusal | undefined)[] {
  return webhookPorts.map((port) => portRefusal('webhookPorts', port));
}

/** Refuses what is no port. */
export function portRefusal(property: string, port: number): Refusal | undefined {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return undefined;
  return { property, rule: 'must hold ports from 1 to 65535', got: port };
}
