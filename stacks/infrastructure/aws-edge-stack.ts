import type { Construct } from 'constructs';
import { Certificate } from '../../lib/cloud/aws/edge/certificate';
import type { IHostedZone } from '../../lib/cloud/aws/edge/hosted-zone-ref';
import { RegionalEntrypoint } from '../../lib/cloud/aws/edge/regional-entrypoint';
import { WebAcl } from '../../lib/cloud/aws/edge/web-acl';
import { webAclName } from '../../lib/cloud/aws/names';
import { exposedHosts } from '../../lib/core/model/system-model';
import type { AwsEnvironment } from '../../lib/environment/environment';
import { from } from '../origin';
import type { ResolvedEnvironment } from '../resolve';
import { type AwsClusterPlace, awsPlaces, placeProvider } from './aws-places';
import { EnvironmentStack, stackName } from './environment-stack';
import { environmentZone } from './route53-zone';

/** What an environment file says of the edge. */
export type AwsEdgeEnvironment = NonNullable<AwsEnvironment['edge']>;

/**
 * What stands before an environment's gateways on AWS: in each region a firewall and a certificate, for the load
 * balancers that controllers make there; and names that lead to the nearest region, once those are known.
 */
export class AwsEdgeStack extends EnvironmentStack {
  private readonly hosts: readonly string[];

  constructor(
    scope: Construct,
    private readonly resolved: ResolvedEnvironment,
    private readonly edge: AwsEdgeEnvironment,
  ) {
    super(scope, stackName(resolved, 'aws', 'edge'), resolved);
    this.hosts = exposedHosts(resolved.model);
    const places = awsPlaces(resolved);
    const [first] = places;
    if (first === undefined) return;
    const provider = placeProvider(this, first, this.labels);
    const zone = environmentZone(this, resolved, provider);
    for (const place of places) {
      const own = place === first ? provider : placeProvider(this, place, this.labels);
      this.guard(place, own);
      // All regions prove a host by one and the same record.
      this.certify(place, own, zone, place === first);
    }
    from(['aws', 'edge', 'entrypoints'], () => this.lead(provider, zone));
  }

  private guard({ id, account, region }: AwsClusterPlace, provider: ReturnType<typeof placeProvider>): void {
    const { rateLimit, preview, blockedCountries } = this.edge;
    const { name, environment } = this.resolved.model;
    new WebAcl(this, `firewall-${id}`, {
      ...{ provider, account, region, rateLimit, preview, blockedCountries },
      webAclName: webAclName(name, environment),
    });
  }

  private certify(
    { id }: AwsClusterPlace,
    provider: ReturnType<typeof placeProvider>,
    zone: IHostedZone,
    validationRecords: boolean,
  ): void {
    const [domainName, ...subjectAlternativeNames] = this.hosts;
    if (domainName === undefined) return;
    new Certificate(this, `certificate-${id}`, {
      ...{ provider, domainName, subjectAlternativeNames, zone, validationRecords },
    });
  }

  private lead(provider: ReturnType<typeof placeProvider>, zone: IHostedZone): void {
    const { entrypoints = {} } = this.edge;
    if (Object.keys(entrypoints).length === 0) return;
    for (const host of this.hosts) {
      new RegionalEntrypoint(this, `entry-${host}`, { provider, zone, host, regions: entrypoints });
    }
  }
}
