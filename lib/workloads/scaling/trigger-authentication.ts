import type { Construct } from 'constructs';
import {
  TriggerAuthentication,
  TriggerAuthenticationSpecPodIdentityIdentityOwner,
  TriggerAuthenticationSpecPodIdentityProvider,
  type TriggerAuthenticationSpecPodIdentity,
} from '../../../imports/keda-keda.sh';
import type { Cloud } from '../../core/cluster';
import type { Autoscaling } from '../../core/model/scaling';
import { objectMetadata, type WorkloadContext } from '../workload-props';

/**
 * Who asks for the length of queues: KEDA's operator, as its own cloud identity, so that a workload gets no right for
 * being scaled. It is the one way under EKS Pod Identity, which leaves no role on a workload's service account for KEDA
 * to assume: https://github.com/kedacore/keda/issues/6418.
 */
const POD_IDENTITIES: Readonly<Record<Cloud, TriggerAuthenticationSpecPodIdentity>> = {
  aws: {
    provider: TriggerAuthenticationSpecPodIdentityProvider.AWS,
    identityOwner: TriggerAuthenticationSpecPodIdentityIdentityOwner.KEDA,
  },
  google: { provider: TriggerAuthenticationSpecPodIdentityProvider.GCP },
};

/** Names the identity by which the queues of a workload are looked at, where it is scaled by any. */
export function addTriggerAuthentication(
  scope: Construct,
  context: WorkloadContext,
  { metrics = {} }: Autoscaling,
): void {
  const { cluster } = context;
  const hasQueue = Object.values(metrics).some(({ type }) => type === 'queue');
  if (!hasQueue || cluster === undefined) return;
  new TriggerAuthentication(scope, 'TriggerAuthentication', {
    metadata: objectMetadata(context),
    spec: { podIdentity: POD_IDENTITIES[cluster.cloud] },
  });
}
