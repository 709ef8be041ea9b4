import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Few enough that their networks fit side by side, as in an environment that somebody would run. */
const CLUSTERS_PER_ENVIRONMENT = 5;

/** Writes environments of Funlynk that have so many clusters altogether, by turns on AWS and Google. */
export function writeGrowingEnvironments(root: string, clusters: number): void {
  const folder = join(root, 'environments/funlynk');
  mkdirSync(folder, { recursive: true });
  for (let first = 0; first < clusters; first += CLUSTERS_PER_ENVIRONMENT) {
    const environment = `bench-${first / CLUSTERS_PER_ENVIRONMENT}`;
    const count = Math.min(CLUSTERS_PER_ENVIRONMENT, clusters - first);
    writeFileSync(join(folder, `${environment}.yaml`), stringify(environmentOf(environment, first, count)));
  }
}

function environmentOf(environment: string, first: number, count: number): unknown {
  return {
    system: 'funlynk',
    environment,
    profile: 'production',
    domain: `${environment}.funlynk.com`,
    state: { backend: 'gcs', bucket: `funlynk-${environment}-tfstate` },
    clusters: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`cluster-${index}`, clusterOf(first + index, index)]),
    ),
    services: { backend: { tag: 'v1.4.2', replicas: { min: 3, max: 10 } }, 'admin-dashboard': { tag: 'v1.2.0' } },
  };
}

function clusterOf(number: number, index: number): unknown {
  const network = { cidr: `10.${index * 16}.0.0/16` };
  const nodes = { min: 3, max: 12 };
  return number % 2 === 0
    ? {
        cloud: 'aws',
        account: '111122223333',
        region: 'us-east-1',
        network,
        administrators: ['arn:aws:iam::111122223333:role/platform-admin'],
        nodePools: { general: { machineTypes: ['m7g.large'], nodes } },
      }
    : {
        cloud: 'google',
        project: 'funlynk-production',
        region: 'europe-west1',
        network,
        administrators: ['group:platform@funlynk.com'],
        nodePools: { general: { machineType: 'e2-standard-4', nodes } },
      };
}
