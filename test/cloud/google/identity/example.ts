import type { TerraformStack } from 'cdktf';
import { WorkloadIdentity, type IGkeCluster } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/identity/README.md, word for word between the two marks. */
export function example(stack: TerraformStack, cluster: IGkeCluster): void {
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
  // README ends
}
