import type { TerraformStack } from 'cdktf';
import { ControllerIdentity, type IEksCluster, WorkloadIdentity } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/identity/README.md, word for word between the two marks. */
export function example(stack: TerraformStack, cluster: IEksCluster): void {
  // README begins
  new WorkloadIdentity(stack, 'identity-backend', {
    cluster,
    system: 'funlynk',
    environment: 'production',
    identity: {
      name: 'backend',
      namespace: 'funlynk',
      serviceAccount: 'backend',
      permissions: [
        { action: 'bucket:write', buckets: ['uploads'] },
        { action: 'queue:publish', queues: ['invoices'] },
        { action: 'traces:write' },
      ],
    },
  });

  new ControllerIdentity(stack, 'controller-external-dns', {
    cluster,
    controller: { kind: 'external-dns', hostedZoneIds: ['Z0123456789ABCDEFGHIJ'] },
  });
  // README ends
}
