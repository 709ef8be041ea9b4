import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS, GKE } from '../support/manifests';
import { readmeExample } from '../support/readme-example';
import { example } from './example';

const FILES = [
  '00-cluster/namespace-funlynk.yaml',
  '00-cluster/storageclass-fast-ssd.yaml',
  '00-cluster/storageclass-standard-ssd.yaml',
  '10-funlynk/authorizationpolicy-allow-nothing.yaml',
  '10-funlynk/gateway-funlynk-gateway.yaml',
  '10-funlynk/limitrange-funlynk-defaults.yaml',
  '10-funlynk/networkpolicy-allow-dns.yaml',
  '10-funlynk/networkpolicy-allow-mesh-control-plane.yaml',
  '10-funlynk/networkpolicy-allow-node-local-dns.yaml',
  '10-funlynk/networkpolicy-default-deny.yaml',
  '10-funlynk/peerauthentication-default.yaml',
  '10-funlynk/resourcequota-funlynk-quota.yaml',
  '10-funlynk/secretstore-cloud.yaml',
  '10-funlynk/sidecar-default.yaml',
  '10-funlynk/virtualservice-api-funlynk-com.yaml',
];

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../lib/platform/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes these files on AWS', () => {
    expect([...example(EKS).keys()]).toEqual(FILES);
  });

  test('makes the same files and a reader of secrets on Google Cloud', () => {
    const reader = '10-funlynk/serviceaccount-secret-reader.yaml';
    expect([...example(GKE).keys()]).toEqual([...FILES, reader].sort());
  });
});
