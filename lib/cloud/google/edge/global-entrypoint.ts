import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { CertificateMap } from './certificate-map';
import { CloudArmorPolicy, type CloudArmorOptions } from './cloud-armor-policy';
import { DnsRecord, type DnsRecordType, type IDnsZone } from './dns-record';
import { GlobalLoadBalancer, type GlobalLoadBalancerOptions } from './global-load-balancer';
import { hostRefusal, isWithin } from './host-name';

/** Properties for `GlobalEntrypoint`. */
export interface GlobalEntrypointProps extends GlobalLoadBalancerOptions {
  /** Public zone of the hosts: their addresses go there, and the proofs that their certificates are issued by. */
  readonly zone: IDnsZone;
  /**
   * What is let through.
   *
   * @default - the defaults of a CloudArmorPolicy
   */
  readonly security?: CloudArmorOptions;
}

/**
 * All that a system needs at its front: a load balancer over its regions, the policy that filters requests, the
 * certificates of its hosts and their addresses in DNS.
 */
export class GlobalEntrypoint extends Construct {
  public readonly loadBalancer: GlobalLoadBalancer;
  public readonly securityPolicy: CloudArmorPolicy;
  public readonly certificateMap: CertificateMap;

  constructor(scope: Construct, id: string, props: GlobalEntrypointProps) {
    super(scope, id);

    const { zone, security, ...loadBalancer } = props;
    const { project, name } = loadBalancer;
    const hosts = Object.keys(loadBalancer.hosts).sort();
    refuse(
      this.node.path,
      hosts.flatMap((host) => [hostRefusal('hosts', host), zoneRefusal(host, zone)]),
    );

    this.securityPolicy = new CloudArmorPolicy(this, 'SecurityPolicy', { ...security, project, name });
    this.certificateMap = new CertificateMap(this, 'Certificates', { project, name, hosts, zone });
    this.loadBalancer = new GlobalLoadBalancer(this, 'LoadBalancer', {
      ...loadBalancer,
      certificateMap: this.certificateMap,
      securityPolicy: this.securityPolicy,
    });
    const { ipv4Address, ipv6Address } = this.loadBalancer;
    for (const host of hosts) {
      this.addAddress(zone, host, 'A', ipv4Address);
      if (ipv6Address !== undefined) this.addAddress(zone, host, 'AAAA', ipv6Address);
    }
  }

  private addAddress(zone: IDnsZone, host: string, type: DnsRecordType, address: string): void {
    const name = host === zone.dnsName ? '@' : host.slice(0, -zone.dnsName.length - 1);
    new DnsRecord(this, `${type}-${host}`, { zone, name, type, rrdatas: [address] });
  }
}

function zoneRefusal(host: string, { dnsName }: IDnsZone): Refusal | undefined {
  if (isWithin(host, dnsName)) return undefined;
  return { property: 'hosts', rule: `must be within the zone of ${dnsName}`, got: host };
}
