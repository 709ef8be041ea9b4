import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { KmsKey } from '../../../../lib/cloud/aws/keys/kms-key';
import { SecretsManagerSecret } from '../../../../lib/cloud/aws/secrets/secrets-manager-secret';
import { PLACE, synth } from '../harness';

/** Everything that the folder makes, with a provider that is not the stack's own. */
const output = synth((stack) => {
  const provider = new AwsProvider(stack, 'other', { region: 'eu-west-1', alias: 'other' });
  const kmsKey = new KmsKey(stack, 'key', { ...PLACE, provider, alias: 'alias/secrets', description: 'Tests' });
  const lambdaArn = 'arn:aws:lambda:us-east-1:111122223333:function:rotate';
  const topicArn = 'arn:aws:sns:us-east-1:111122223333:rotations';
  new SecretsManagerSecret(stack, 'made', {
    ...{ provider, kmsKey, secretName: 'made', readers: ['444455556666'] },
    rotation: { lambdaArn },
  });
  new SecretsManagerSecret(stack, 'written', {
    ...{ provider, kmsKey, secretName: 'written' },
    rotation: { reminderDays: 90, topicArn },
  });
});

test.each([
  ['aws_cloudwatch_event_rule', 'written'],
  ['aws_cloudwatch_event_target', 'written'],
  ['aws_lambda_permission', 'made'],
  ['aws_secretsmanager_secret', 'made'],
  ['aws_secretsmanager_secret', 'written'],
  ['aws_secretsmanager_secret_policy', 'made'],
  ['aws_secretsmanager_secret_rotation', 'made'],
])('the provider given makes %s of the secret %s', (type, id) => {
  expect(output.one(type, id).provider).toBe('aws.other');
});
