import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ProxyMonitor } from '../../platform/mesh/proxy-monitor';
import { addDeployment } from '../controllers/deployment';
import type { ConfigMaps } from '../pod/config-files';
import type { ContextOf } from '../workload-props';
import { addArgoRollout } from './argo-rollout';
import { addFlaggerRollout } from './flagger-rollout';
import { versionLabel } from './measurements';
import { engineOf, measuresRequests, progressiveRollout, type Progressive } from './progressive';

/** What makes the pods of a workload whose new versions are watched while they take over. */
export function addProgressiveRollout(
  scope: Construct,
  context: ContextOf<'Deployment'>,
  config: ConfigMaps,
): ApiObject {
  const rollout = progressiveRollout(context);
  if (rollout === undefined) return addDeployment(scope, context, config);
  addRequestMetrics(scope, context, rollout);
  return engineOf(rollout) === 'flagger'
    ? addFlaggerRollout(scope, context, rollout, config)
    : addArgoRollout(scope, context, rollout, config);
}

/** Has Prometheus read what the mesh counts of the workload's requests, where its new versions are judged by that. */
function addRequestMetrics(scope: Construct, context: ContextOf<'Deployment'>, { analysis }: Progressive): void {
  const { name, namespace, labels, selector, mesh } = context;
  if (mesh?.requests === undefined || !measuresRequests(analysis)) return;
  new ProxyMonitor(scope, 'RequestMetrics', {
    name: `${name}-requests`,
    namespace,
    labels,
    selector,
    requests: mesh.requests,
    versionLabel: versionLabel(context),
  });
}
