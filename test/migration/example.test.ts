import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../support/readme-example';
import { example } from './example';
import { asking, claim, filesOf, postgres, serving } from './versions';

const README = readFileSync(join(__dirname, '../../lib/migration/README.md'), 'utf8');

describe('the example of the README', () => {
  const previous = filesOf([postgres(), serving('Deployment', 'backend')]);
  const larger = postgres({ volumeClaimTemplates: [claim('data', asking('50Gi'))] });
  const { refused, told } = example(previous, filesOf([larger, serving('Rollout', 'backend')]));

  test('is the code that is tested here', () => {
    expect(README).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('finds what it says', () => {
    expect(told).toEqual(['immutable-field postgres', 'renamed backend']);
    expect(refused).toHaveLength(1);
    for (const line of refused.join().split(/: (?=spec)|\n */)) expect(README).toContain(line);
  });
});
