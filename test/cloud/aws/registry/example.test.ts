import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';
import { regionsExample } from './regions-example';

describe('the examples of the README', () => {
  test.each(['example.ts', 'regions-example.ts'])('are the code that is tested here: %s', (file) => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/registry/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, file)));
  });

  test('make a repository, a cache, scanning and copies', () => {
    const output = synth(example);
    expect(output.one('aws_ecr_repository').name).toBe('funlynk-production/backend');
    expect(output.one('aws_ecr_pull_through_cache_rule').ecr_repository_prefix).toBe('docker-hub');
    expect(output.one('aws_ecr_registry_scanning_configuration').scan_type).toBe('ENHANCED');
    expect(output.one('aws_ecr_replication_configuration')).toBeDefined();
  });

  test('make copies in another region with a key of that region', () => {
    const output = synth((stack) => {
      regionsExample(stack, new AwsProvider(stack, 'ireland', { region: 'eu-west-1', alias: 'ireland' }));
    });
    const template = output.one('aws_ecr_repository_creation_template');
    expect(template).toMatchObject({ provider: 'aws.ireland', applied_for: ['REPLICATION'] });
  });
});
