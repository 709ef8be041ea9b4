import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, resources, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/edge/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('serves two hosts from six zones of two regions', () => {
    const stack = googleStack();
    example(stack);
    const [service] = Object.values(resources(stack, 'google_compute_backend_service'));
    expect(service?.['backend']).toHaveLength(6);
    expect(values(stack, 'google_certificate_manager_certificate_map_entry', 'hostname')).toEqual([
      'api.funlynk.example',
      'www.funlynk.example',
    ]);
  });
});
