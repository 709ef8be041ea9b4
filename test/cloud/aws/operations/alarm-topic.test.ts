import { TerraformOutput } from 'cdktf';
import { AlarmTopic, type AlarmTopicProps } from '../../../../lib/cloud/aws/operations/alarm-topic';
import { build, PLACE, statements, synth } from '../harness';

const topic = (props: Partial<AlarmTopicProps> = {}) =>
  synth((stack) => new AlarmTopic(stack, 'topic', { ...PLACE, topicName: 'on-call', ...props }));
const refused = (props: Partial<AlarmTopicProps>) =>
  build((stack) => new AlarmTopic(stack, 'topic', { ...PLACE, topicName: 'on-call', ...props }));

describe('AlarmTopic', () => {
  const made = topic({ emails: ['oncall@example.com'] });

  test('has a key of its own, and a policy', () => {
    expect(made.one('aws_sns_topic')).toMatchInlineSnapshot(`
      {
        "kms_master_key_id": "\${aws_kms_key.topic_Key_D1EAF69D.arn}",
        "name": "on-call",
      }
    `);
    expect(made.one('aws_kms_alias')['name']).toBe('alias/on-call-alarms');
  });

  test('lets services of AWS publish, and nobody without TLS', () => {
    expect(statements(made.one('aws_sns_topic_policy')['policy']).map(({ Sid, Effect }) => [Sid, Effect])).toEqual([
      ['PublishBudgets', 'Allow'],
      ['PublishCloudwatch', 'Allow'],
      ['PublishCostAnomalies', 'Allow'],
      ['PublishEvents', 'Allow'],
      ['DenyInsecureTransport', 'Deny'],
    ]);
  });

  test('lets the same services use the key', () => {
    expect(statements(made.one('aws_kms_key')['policy']).map(({ Sid }) => Sid)).toEqual([
      'AccountAdministers',
      'EncryptBudgets',
      'EncryptCloudwatch',
      'EncryptCostAnomalies',
      'EncryptEvents',
    ]);
  });

  test('lets other services publish where told', () => {
    const { one } = topic({ publishers: ['backup'] });
    expect(statements(one('aws_sns_topic_policy')['policy'])[0]).toMatchObject({
      Sid: 'PublishBackup',
      Principal: { Service: 'backup.amazonaws.com' },
    });
    expect(statements(one('aws_kms_key')['policy'])).toHaveLength(2);
  });

  test('sends mails to each address, and to nobody by default', () => {
    expect(made.one('aws_sns_topic_subscription')).toMatchObject({ protocol: 'email', endpoint: 'oncall@example.com' });
    expect(topic().all('aws_sns_topic_subscription')).toEqual({});
  });

  test('tells its ARN by way of the policy, which has to be there first', () => {
    const { text } = synth((stack) => {
      const { topicArn: value } = new AlarmTopic(stack, 'topic', { ...PLACE, topicName: 'on-call' });
      new TerraformOutput(stack, 'arn', { value });
    });
    expect(text).toMatch(/"value": "\$\{aws_sns_topic_policy\.topic_Policy_\w+\.arn\}"/);
  });

  test('refuses what SNS would, all at once', () => {
    expect(refused({ topicName: 'on call', emails: ['oncall'], publishers: [] })).toThrow(
      [
        "stack/topic: 'topicName' must be up to 256 letters, digits, dashes and underscores, got 'on call'",
        "stack/topic: 'emails' must hold addresses such as oncall@example.com, got 'oncall'",
        "stack/topic: 'publishers' must name one service at least, got []",
      ].join('\n'),
    );
    const publishers = JSON.parse('["lambda"]') as AlarmTopicProps['publishers'];
    expect(refused({ publishers })).toThrow(
      "'publishers' must be of backup, budgets, cloudwatch, cost-anomalies, events, got 'lambda'",
    );
  });
});
