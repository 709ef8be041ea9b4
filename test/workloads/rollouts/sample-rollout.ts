import type { Analysis, BlueGreen, Canary } from '../../../lib/core/model/rollout';
import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { DEPLOYMENT, type PropsOf } from '../sample-workload';

/** What new versions are judged by in these tests. */
export const ANALYSIS: Analysis = { metrics: { errors: { kind: 'prometheus', query: 'sum(errors)', max: 5 } } };

export const CANARY: Canary = {
  strategy: 'Canary',
  steps: [
    { weight: 10, pauseSeconds: 60 },
    { weight: 50, pauseSeconds: 60 },
  ],
  analysis: ANALYSIS,
};

export const BLUE_GREEN: BlueGreen = { strategy: 'BlueGreen', analysis: ANALYSIS };

/** The least that a workload with a progressive rollout needs, but for the rollout. */
export const WATCHED: PropsOf<'Deployment'> = { ...DEPLOYMENT, replicas: { min: 3, max: 6 }, mesh: new IstioMesh() };

/** The same, where no mesh is. */
export const MESHLESS: PropsOf<'Deployment'> = { ...DEPLOYMENT, replicas: { min: 3, max: 6 } };
