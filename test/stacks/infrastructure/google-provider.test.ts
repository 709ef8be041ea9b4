import { TerraformStack } from 'cdktf';
import { addGoogleProvider } from '../../../stacks/infrastructure/google-provider';
import { stackJson } from '../stack-json';

test('a Google provider keeps the keys of its labels as they are', () => {
  const { providers } = stackJson((app) => {
    const stack = new TerraformStack(app, 'test');
    addGoogleProvider(stack, { 'managed-by': 'gantry' }, { project: 'funlynk-staging', region: 'europe-west1' });
    return stack;
  });
  expect(providers('google')).toEqual([
    { project: 'funlynk-staging', region: 'europe-west1', default_labels: { 'managed-by': 'gantry' } },
  ]);
});
