import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { HostedZone } from '../../lib/cloud/aws/edge/hosted-zone';
import type { IHostedZone } from '../../lib/cloud/aws/edge/hosted-zone-ref';
import type { ResolvedEnvironment } from '../resolve';

const LOOKUP = 'Zone';

/**
 * The zone of an environment's domain: the one that the file names, or the one that the foundation made. Its ID is
 * AWS' choice, so that other stacks look it up by its name, once each.
 */
export function environmentZone(
  stack: Construct,
  { environment: { aws, domain } }: ResolvedEnvironment,
  provider?: TerraformProvider,
): IHostedZone {
  const zoneId = aws.dns?.hostedZoneId;
  if (zoneId !== undefined) return HostedZone.fromAttributes({ zoneId, zoneName: domain });
  const found = stack.node.tryFindChild(LOOKUP);
  const zone =
    found instanceof DataAwsRoute53Zone
      ? found
      : new DataAwsRoute53Zone(stack, LOOKUP, { provider, name: domain, privateZone: false });
  return { zoneId: zone.zoneId, zoneName: domain };
}
