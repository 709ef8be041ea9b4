import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './example';
import { regionsExample } from './regions-example';

const TYPE = 'google_artifact_registry_repository';

describe('the examples of the README', () => {
  test.each(['example.ts', 'regions-example.ts'])('are the code that is tested here: %s', (file) => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/registry/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, file)));
  });

  test('offer one’s own images and those of Docker Hub by one name', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, TYPE, 'repository_id')).toEqual(['all', 'docker-hub', 'images']);
  });

  test('offer the same images in three regions', () => {
    const stack = googleStack();
    const image = regionsExample(stack);
    expect(values(stack, TYPE, 'location')).toEqual(['asia-southeast1', 'europe-west1', 'us-central1']);
    expect(image).toBe('us-central1-docker.pkg.dev/funlynk-prod/images/api:1.4.2');
  });
});
