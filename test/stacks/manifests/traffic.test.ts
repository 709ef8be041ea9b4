import type { SystemModel } from '../../../lib/core/model/system-model';
import { exposes, tlsSecretName } from '../../../stacks/manifests/traffic';
import { clusterFiles, type ClusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

const staging = environmentOf('funlynk/staging');

function withModel(changes: Partial<SystemModel>): ClusterFiles {
  return clusterFiles({ ...staging, model: { ...staging.model, ...changes } }, 'us-east-1');
}

/** The system's services, none of them exposed, but for one that is exposed so. */
function servicesWith(exposure: readonly { host: string; port: string }[]): SystemModel['services'] {
  return Object.fromEntries(
    Object.entries(staging.model.services).map(([name, service]) => [
      name,
      { ...service, exposure: name === 'backend' ? exposure : [] },
    ]),
  );
}

test('a system is exposed where one of its services is', () => {
  expect(exposes(staging.model)).toBe(true);
  expect(exposes({ ...staging.model, services: servicesWith([]) })).toBe(false);
});

test('the certificate has the name of the system', () => {
  expect(tlsSecretName(staging.model)).toBe('funlynk-tls');
});

test('a system that is not exposed has no gateway, no certificate and no namespace for one', () => {
  const { paths, components } = withModel({ services: servicesWith([]) });
  expect(components).not.toContain('80-traffic');
  expect(paths.filter((path) => /istio-ingress|tls/.test(path))).toEqual([]);
});

test('a route leads to the port of the Kubernetes Service, on a host of the domain of the environment', () => {
  const files = withModel({ services: servicesWith([{ host: 'api', port: 'http' }]) });
  expect(files.file('80-traffic/virtualservice-api-staging-funlynk-com')).toMatchObject({
    spec: {
      hosts: ['api.staging.funlynk.com'],
      http: [{ route: [{ destination: { host: 'backend.funlynk.svc.cluster.local', port: { number: 80 } } }] }],
    },
  });
});

test('an exposed system without a certificate is refused', () => {
  const { tls, ...model } = staging.model;
  expect(() => clusterFiles({ ...staging, model }, 'us-east-1')).toThrow(
    "funlynk-staging: 'tls' is needed for the hosts of exposed services, got undefined",
  );
});

test('an exposure of a port that the service does not have is refused', () => {
  expect(() => withModel({ services: servicesWith([{ host: 'api', port: 'htp' }]) })).toThrow(/'htp'/);
});
