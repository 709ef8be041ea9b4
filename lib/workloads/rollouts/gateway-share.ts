import type { Ports } from '../../core/model/port';
import type { Rollout } from '../../core/model/rollout';
import type { GatewayRoute } from '../../platform/mesh/istio-gateway';
import { engineOf, isProgressive, newVersionService } from './progressive';
import { flaggerPort } from './request-split';

/** What a gateway has to know of a service to send the new version its share. */
export interface SharedService {
  readonly name: string;
  readonly ports?: Ports;
  readonly rollout?: Rollout;
}

/** How a route of the gateway to one port of a service shares its requests between two versions, where it does. */
export function gatewayShare(
  { name, ports = {}, rollout }: SharedService,
  port: string,
): Pick<GatewayRoute, 'canaryService' | 'delegate'> {
  if (!isProgressive(rollout)) return {};
  if (engineOf(rollout) === 'flagger') return flaggerPort(ports) === port ? { delegate: name } : {};
  return rollout.strategy === 'Canary' ? { canaryService: newVersionService(name, rollout) } : {};
}
