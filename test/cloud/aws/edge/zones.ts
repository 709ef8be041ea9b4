import { HostedZone } from '../../../../lib/cloud/aws/edge/hosted-zone';
import type { IHostedZone } from '../../../../lib/cloud/aws/edge/hosted-zone-ref';

/** A zone that another stack made, so that tests see their own resources only. */
export const ZONE: IHostedZone = HostedZone.fromAttributes({
  zoneId: 'Z0123456789ABCDEFGHIJ',
  zoneName: 'example.com',
});
