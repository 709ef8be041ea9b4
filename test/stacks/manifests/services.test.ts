import { value } from '../../../lib/checks/output';
import type { Acceptance, Connection } from '../../../lib/core/model/connection';
import type { ServiceModel } from '../../../lib/core/model/system-model';
import { imageOf } from '../../../stacks/manifests/services';
import { OriginError } from '../../../stacks/origin';
import type { ResolvedEnvironment } from '../../../stacks/resolve';
import { clusterFiles } from '../cluster-files';
import { clusterOf, environmentOf } from '../environments';

const staging = environmentOf('funlynk/staging');
const production = environmentOf('funlynk/production');
const DIGEST = `sha256:${'a'.repeat(64)}`;

function serviceOf({ model }: ResolvedEnvironment, name: string): ServiceModel {
  const found = model.services[name];
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
}

/** The environment with one service changed. */
function withService(resolved: ResolvedEnvironment, changed: ServiceModel): ResolvedEnvironment {
  const services = { ...resolved.model.services, [changed.name]: changed };
  return { ...resolved, model: { ...resolved.model, services } };
}

/** Reference of a service's main image on a cluster. */
function imageIn(service: ServiceModel, resolved: ResolvedEnvironment, cluster: string): string {
  return imageOf(service.image, service, resolved.model, clusterOf(resolved, cluster).contract);
}

/** What was refused, after its place in the environment's file. */
function refusalsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (!(error instanceof OriginError)) throw error;
    return error.refused.map(({ origin, error: { message } }) => `${origin.join('.')}: ${message}`);
  }
  return [];
}

describe('an image', () => {
  const image = (resolved: ResolvedEnvironment, cluster: string, service: string, changes = {}): string =>
    imageIn({ ...serviceOf(resolved, service), ...changes }, resolved, cluster);

  test("of our own comes from the system's registry where the environment has none", () => {
    expect(image(staging, 'us-east-1', 'backend')).toBe('ghcr.io/funlynk/backend:v1.5.0-rc.1');
  });

  test("of a third party comes from the third party's then", () => {
    expect(image(staging, 'us-east-1', 'postgres')).toBe('docker.io/library/postgres:17-alpine');
  });

  test.each([
    ['us-east-1', '111122223333.dkr.ecr.us-east-1.amazonaws.com/funlynk-production'],
    ['europe-west1', 'europe-west1-docker.pkg.dev/funlynk-production/funlynk-production'],
  ])("comes from the environment's registry near %s otherwise, the third party's as well", (cluster, registry) => {
    expect(image(production, cluster, 'backend')).toBe(`${registry}/backend:v1.4.2`);
    expect(image(production, cluster, 'postgres')).toBe(`${registry}/library/postgres:17-alpine`);
  });

  test('is named by its digest where there is one', () => {
    expect(image(staging, 'us-east-1', 'backend', { version: { digest: DIGEST } })).toBe(
      `ghcr.io/funlynk/backend@${DIGEST}`,
    );
  });
});

describe('the pull secret', () => {
  const files = clusterFiles(staging, 'us-east-1');
  const secrets = (path: string): unknown => value(files.file(path), 'spec', 'template', 'spec', 'imagePullSecrets');

  test("is given to the pods of the system's own images", () => {
    expect(secrets('41-backend/deployment-backend')).toEqual([{ name: 'registry-credentials' }]);
    expect(secrets('42-admin-dashboard/deployment-admin-dashboard')).toEqual([{ name: 'registry-credentials' }]);
  });

  test('is not given to the pods of third parties', () => {
    expect(secrets('40-postgres/statefulset-postgres')).toBeUndefined();
  });

  test('is given to nobody where nodes pull as themselves', () => {
    const deployment = clusterFiles(production, 'us-east-1').file('41-backend/deployment-backend');
    expect(value(deployment, 'spec', 'template', 'spec', 'imagePullSecrets')).toBeUndefined();
  });
});

describe('the connections of a service', () => {
  const backend = serviceOf(staging, 'backend');
  const connecting = (...connectsTo: readonly Connection[]): readonly string[] =>
    clusterFiles(withService(staging, { ...backend, telemetry: {}, connectsTo }), 'us-east-1').paths.filter((path) =>
      /policy-.*backend-to|policy-.*-from-backend|serviceentry/.test(path),
    );

  test('are allowed on both sides and by the mesh', () => {
    expect(connecting({ service: 'redis', port: 'redis' })).toEqual([
      '40-redis/authorizationpolicy-redis-redis-from-backend',
      '40-redis/networkpolicy-redis-redis-from-backend',
      '41-backend/networkpolicy-backend-to-redis-redis',
    ]);
  });

  test('to hosts outside the cluster are known to the mesh', () => {
    const paths = connecting({ external: 'api.stripe.com', portNumber: 443 });
    expect(paths.filter((path) => path.includes('serviceentry'))).toHaveLength(1);
  });

  test('to another namespace are allowed on this side, which is ours', () => {
    expect(connecting({ namespace: 'search', serviceName: 'opensearch', portNumber: 9200 })).toEqual([
      '40-backend/networkpolicy-backend-to-search-opensearch-9200',
    ]);
  });

  test('are none where the service has none', () => {
    expect(connecting()).toEqual([]);
  });

  test('from another namespace are let in and authorised', () => {
    const acceptsFrom: readonly Acceptance[] = [{ namespace: 'reports', serviceAccount: 'report', port: 'http' }];
    const { paths } = clusterFiles(withService(staging, { ...backend, acceptsFrom }), 'us-east-1');
    expect(paths.filter((path) => path.includes('reports'))).toEqual([
      '41-backend/authorizationpolicy-backend-http-from-reports-report',
      '41-backend/networkpolicy-backend-http-from-reports-report',
    ]);
  });

  test('are refused at the service’s place in the environment’s file', () => {
    const acceptsFrom: readonly Acceptance[] = [{ namespace: 'reports', serviceAccount: 'report', port: 'htp' }];
    const refused = refusalsOf(() => clusterFiles(withService(staging, { ...backend, acceptsFrom }), 'us-east-1'));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(
      /^services\.backend: .*'port' must be a port of the workload, got 'htp'; did you mean 'http'/,
    );
  });
});

describe('the gateway', () => {
  const POLICY = '41-backend/authorizationpolicy-backend-http-from-gateway';
  const backend = serviceOf(staging, 'backend');
  const methods = (...exposed: readonly (readonly string[] | undefined)[]): unknown => {
    const exposure = exposed.map((own, index) => ({
      host: `host-${index}`,
      port: 'http',
      ...(own === undefined ? {} : { methods: own }),
    }));
    const files = clusterFiles(withService(staging, { ...backend, exposure }), 'us-east-1');
    return value(files.file(POLICY), 'spec', 'rules', 'to', 'operation', 'methods');
  };

  test('may use the methods of all exposures of a port', () => {
    expect(methods(['GET', 'POST'], ['GET', 'PUT'])).toEqual(['GET', 'POST', 'PUT']);
  });

  test.each([
    ['first', [undefined, ['GET']]],
    ['last', [['GET'], undefined]],
    ['in between', [['GET'], undefined, ['PUT']]],
  ])('may use every method where an exposure names none, be it the %s', (_, exposed) => {
    expect(methods(...exposed)).toBeUndefined();
  });

  test('reaches no service that is not exposed', () => {
    const files = clusterFiles(withService(staging, { ...backend, exposure: [] }), 'us-east-1');
    expect(files.paths).not.toContain(POLICY);
  });
});
