import { Testing } from 'cdktf';
import { withoutCreationStacks } from '../../../stacks/creation-stacks';
import { addEnvironmentStacks } from '../../../stacks/infrastructure/environment-stacks';
import { environmentOf } from '../environments';

function stacksOf(name: string): { readonly names: readonly string[]; readonly dependencies: object } {
  const app = Testing.app();
  const names = withoutCreationStacks(() => addEnvironmentStacks(app, environmentOf(name)));
  app.synth();
  const stacks = Object.values(app.manifest.stacks);
  return { names, dependencies: Object.fromEntries(stacks.map((stack) => [stack.name, stack.dependencies])) };
}

const production = stacksOf('funlynk/production');

test('an environment has a foundation for each of its clouds, then the stack and the bootstrap of each cluster', () => {
  expect(production.names).toEqual([
    'funlynk-production-google-foundation',
    'funlynk-production-aws-foundation',
    'funlynk-production-europe-west1',
    'funlynk-production-europe-west1-bootstrap',
    'funlynk-production-us-east-1',
    'funlynk-production-us-east-1-bootstrap',
  ]);
});

test('an environment has no foundation for a cloud that it does not use', () => {
  expect(stacksOf('funlynk/staging').names).toEqual([
    'funlynk-staging-aws-foundation',
    'funlynk-staging-us-east-1',
    'funlynk-staging-us-east-1-bootstrap',
  ]);
});

test('a stack depends on the one directly before it and on no other', () => {
  expect(production.dependencies).toEqual({
    'funlynk-production-aws-foundation': [],
    'funlynk-production-google-foundation': [],
    'funlynk-production-europe-west1': ['funlynk-production-google-foundation'],
    'funlynk-production-europe-west1-bootstrap': ['funlynk-production-europe-west1'],
    'funlynk-production-us-east-1': ['funlynk-production-aws-foundation'],
    'funlynk-production-us-east-1-bootstrap': ['funlynk-production-us-east-1'],
  });
});
