import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineSystem } from '../../../lib/core/model/system';
import type { SystemModel } from '../../../lib/core/model/system-model';
import { secret } from '../../../lib/core/secret-ref';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';
import { synth } from './harness';

const definition = defineSystem('funlynk', { registry: { host: 'ghcr.io/funlynk' } }, ({ service }) => {
  service('backend', {
    image: { name: 'backend' },
    ports: {},
    secretEnv: { DATABASE_URL: secret('database', 'url') },
    resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } },
    runAs: { user: 1000 },
  });
});

const model: SystemModel = {
  ...definition,
  environment: 'production',
  namespace: 'funlynk',
  domain: 'funlynk.com',
  registry: 'cluster',
  services: Object.fromEntries(
    Object.entries(definition.services).map(([name, service]) => [
      name,
      { ...service, name, namespace: 'funlynk', version: {} },
    ]),
  ),
};

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/cloud/aws/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a cluster with one node group, an identity of a workload and a reader of secrets', () => {
    const output = synth((stack) => example(stack, model));
    expect(output.one('aws_eks_cluster')).toMatchObject({ name: 'funlynk-production-us-east-1' });
    expect(output.one('aws_eks_node_group')).toMatchObject({ instance_types: ['m7g.large', 'm7g.xlarge'] });
    expect(Object.values(output.all('aws_iam_role')).map((role) => role['name'])).toEqual(
      expect.arrayContaining(['funlynk-production-us-east-1-uploads', 'funlynk-production-us-east-1-secrets-funlynk']),
    );
  });
});
