import { kedaRefusals, kedaStatements } from '../../../../../lib/cloud/aws/identity/controllers/keda';
import { CLUSTER } from '../../harness';
import { refused } from './refused';
import { GRANTS } from './sample-grants';

const grant = { kind: 'keda' } as const;
const sids = (more: Partial<typeof GRANTS.keda>) =>
  kedaStatements(CLUSTER, { ...grant, ...more }).map(({ sid }) => sid);

describe('KEDA', () => {
  test('reads the length of named queues, and metrics only where told to', () => {
    const { queueArns } = GRANTS.keda;
    expect(sids({ queueArns })).toEqual(['ReadQueueLengths']);
    expect(sids({ queueArns, metrics: false })).toEqual(['ReadQueueLengths']);
    expect(sids({ metrics: true })).toEqual(['ReadMetrics']);
  });

  test('cannot take a message', () => {
    const actions = kedaStatements(CLUSTER, GRANTS.keda).flatMap((statement) => statement.actions);
    expect(actions).toEqual(['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'cloudwatch:GetMetricData']);
  });

  test('refuses to read nothing, and what is no queue', () => {
    expect(refused(kedaRefusals(grant))).toEqual([
      'controller.queueArns must name one queue at least, unless metrics are read: []',
    ]);
    expect(refused(kedaRefusals({ ...grant, queueArns: ['invoices'] }))).toEqual([
      'controller.queueArns must be ARNs of SQS queues: "invoices"',
    ]);
  });
});
