import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { eksContract } from '../../lib/cloud/aws/cluster-contract';
import { gkeContract } from '../../lib/cloud/google/cluster-contract';
import type { Cluster } from '../../lib/core/cluster';
import { manifestYaml, renderManifests } from '../../lib/platform/gitops/render';
import { example as autoscaling } from '../platform/autoscaling/example';
import { example as delivery } from '../platform/delivery/example';
import { example as network } from '../platform/network/example';
import { example as scheduling } from '../platform/scheduling/example';
import { example as connections } from '../workloads/connections/example';
import { example as controllers } from '../workloads/controllers/example';
import { example as disruption } from '../workloads/disruption/example';
import { example as identity } from '../workloads/identity/example';
import { example as pod } from '../workloads/pod/example';
import { example as rollouts } from '../workloads/rollouts/example';
import { example as scaling } from '../workloads/scaling/example';
import { example as telemetry } from '../workloads/telemetry/example';

type Example = (chart: Chart, cluster: Cluster) => void;

/** The examples of the READMEs: they hold the kinds that no environment has. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  ...{ autoscaling, connections, controllers, delivery, disruption, identity, network, rollouts, scaling, scheduling },
  ...{ pod, telemetry },
};

const SCOPE = { system: 'examples', environment: 'production', name: 'main' };

/** A cluster on which every example can be made, with what each of them names. */
function clusters(): Readonly<Record<string, Cluster>> {
  const pool = { taints: [], gpu: { type: 'nvidia-l4', count: 1 }, sandbox: true };
  const pools = Object.fromEntries(['general', 'batch', 'spot', 'gpu'].map((name) => [name, pool]));
  const nodes = { kind: 'pools', pools } as const;
  const aws = { account: '111122223333', region: 'us-east-1', cilium: true };
  const google = { project: 'examples', region: 'europe-west1', filestore: true, fqdnPolicies: true };
  return { eks: eksContract({ ...SCOPE, ...aws, nodes }), gke: gkeContract({ ...SCOPE, ...google, nodes }) };
}

/** Writes what the examples make into a folder, as far as a cloud can have it; a refusal of both clouds is an error. */
export function writeExampleManifests(folder: string): void {
  for (const [name, example] of Object.entries(EXAMPLES)) {
    const refusals: unknown[] = [];
    for (const [cloud, cluster] of Object.entries(clusters())) {
      const chart = new Chart(new App(), name, { namespace: 'examples', disableResourceNameHashes: true });
      try {
        example(chart, cluster);
      } catch (error) {
        refusals.push(error);
        continue;
      }
      for (const { path, manifest } of renderManifests(chart)) {
        const file = join(folder, 'examples', cloud, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, manifestYaml(manifest));
      }
    }
    if (refusals.length > 1) throw refusals[0];
  }
}
