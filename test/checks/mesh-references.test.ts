import { ClusterIndex } from '../../lib/checks/cluster-index';
import { meshReferences } from '../../lib/checks/mesh-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { object } from './fixtures';

const data = ['tls.crt', 'tls.key'].map((secretKey) => ({ secretKey }));
const written = [
  object('Service', 'web', { spec: { ports: [{ port: 80 }] } }),
  object('Service', 'api', { spec: { ports: [{ port: 80 }, { port: 90 }] } }),
  object('Gateway', 'edge', { spec: { servers: [{ hosts: ['www.shop.example', './*.api.shop.example'] }] } }),
  object('ExternalSecret', 'certificate', { spec: { data } }, { namespace: 'istio-ingress' }),
  object('ExternalSecret', 'half', { spec: { data: data.slice(1) } }, { namespace: 'istio-ingress' }),
  object('ExternalSecret', 'misplaced', { spec: { data } }),
];

const check = (file: ManifestFile): readonly string[] =>
  meshReferences(new ClusterIndex({ manifests: [file, ...written] }), file.manifest);

describe('certificates of a gateway', () => {
  test.each([
    ['certificate', []],
    ['half', ['takes its certificate from Secret half in istio-ingress, which nothing makes']],
    ['misplaced', ['takes its certificate from Secret misplaced in istio-ingress, which nothing makes']],
    ['missing', ['takes its certificate from Secret missing in istio-ingress, which nothing makes']],
  ])('%s', (credentialName, expected) => {
    expect(check(object('Gateway', 'it', { spec: { servers: [{ tls: { credentialName } }] } }))).toEqual(expected);
  });

  test('a server without a certificate needs none', () => {
    expect(check(object('Gateway', 'it', { spec: { servers: [{ tls: { httpsRedirect: true } }] } }))).toEqual([]);
  });
});

describe('gateways and hosts of a VirtualService', () => {
  test.each([
    ['a host that is served', 'edge', 'www.shop.example', []],
    ['a host that a wildcard serves', 'edge', 'v1.api.shop.example', []],
    ['a gateway with its namespace', 'shop/edge', 'www.shop.example', []],
    ['the sidecars', 'mesh', 'anything', []],
    [
      'a host that is not served',
      'edge',
      'shop.example',
      ['routes host shop.example, which Gateway edge does not serve'],
    ],
    ['a gateway that is not written', 'other', 'www.shop.example', ['is bound to Gateway other, which is not written']],
    [
      'a gateway of another namespace',
      'x/edge',
      'www.shop.example',
      ['is bound to Gateway x/edge, which is not written'],
    ],
  ])('%s', (_, gateway, host, expected) => {
    expect(check(object('VirtualService', 'it', { spec: { gateways: [gateway], hosts: [host] } }))).toEqual(expected);
  });
});

describe('where a VirtualService sends requests', () => {
  const destination = (host: string, number?: number): unknown => ({
    host,
    ...(number === undefined ? {} : { port: { number } }),
  });

  test.each([
    ['a Service and its port', destination('web', 80), []],
    ['its name with the namespace', destination('web.shop', 80), []],
    ['its whole name', destination('web.shop.svc.cluster.local', 80), []],
    ['a Service whose only port goes without saying', destination('web'), []],
    [
      'a Service with several ports',
      destination('api'),
      ['sends requests to port undefined of api, which the Service lacks'],
    ],
    ['a port that it lacks', destination('web', 81), ['sends requests to port 81 of web, which the Service lacks']],
    ['a name of another namespace', destination('web.x', 80), ['sends requests to web.x, which is no Service']],
    ['a name that is no Service', destination('db', 80), ['sends requests to db, which is no Service']],
  ])('%s', (_, to, expected) => {
    expect(check(object('VirtualService', 'it', { spec: { http: [{ route: [{ destination: to }] }] } }))).toEqual(
      expected,
    );
  });

  test.each([
    ['connections', { tcp: [{ route: [{ destination: destination('db') }] }] }],
    ['connections that stay encrypted', { tls: [{ route: [{ destination: destination('db') }] }] }],
    ['copies', { http: [{ mirror: destination('db') }] }],
    ['several copies', { http: [{ mirrors: [{ destination: destination('db') }] }] }],
  ])('%s go somewhere too', (_, spec) => {
    expect(check(object('VirtualService', 'it', { spec }))).toEqual(['sends requests to db, which is no Service']);
  });
});
