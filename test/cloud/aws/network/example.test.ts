import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/network/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a network with a way out, one without, and endpoints in one that is there', () => {
    const output = synth(example);
    expect(Object.values(output.all('aws_vpc')).map((vpc) => vpc.cidr_block)).toEqual(['10.30.0.0/16', '10.20.0.0/18']);
    expect(Object.keys(output.all('aws_nat_gateway'))).toHaveLength(3);
    expect(output.one('aws_vpc_endpoint', 'endpoints_sts').vpc_id).toBe('vpc-0a1b2c3d4e5f67890');
  });
});
