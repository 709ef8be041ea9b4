import {
  cloudWatchAgentRefusals,
  cloudWatchAgentStatements,
} from '../../../../../lib/cloud/aws/identity/controllers/cloudwatch-agent';
import { CLUSTER } from '../../harness';
import { refused } from './refused';

const grant = { kind: 'cloudwatch-agent' } as const;
const namespaces = (metricNamespaces?: readonly string[]) =>
  cloudWatchAgentStatements(CLUSTER, { ...grant, metricNamespaces })[1]?.conditions;

describe('the CloudWatch agent', () => {
  test('writes the logs of its cluster', () => {
    expect(cloudWatchAgentStatements(CLUSTER, grant)[0]?.resources).toEqual([
      'arn:aws:logs:us-east-1:111122223333:log-group:/aws/containerinsights/funlynk-production-us-east-1/*',
    ]);
  });

  test('writes metrics of Container Insights, or of other namespaces where told to', () => {
    expect(namespaces()).toEqual({
      StringEquals: { 'cloudwatch:namespace': ['ContainerInsights', 'ContainerInsights/Prometheus'] },
    });
    expect(namespaces(['Two', 'One'])).toEqual({ StringEquals: { 'cloudwatch:namespace': ['One', 'Two'] } });
  });

  test('writes traces where told to, and not otherwise', () => {
    const actions = (traces: boolean | undefined) =>
      cloudWatchAgentStatements(CLUSTER, { ...grant, traces }).flatMap((statement) => statement.actions);
    expect([undefined, false, true].map((traces) => actions(traces).includes('xray:PutTraceSegments'))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("refuses namespaces of AWS' own, and none at all", () => {
    expect(refused(cloudWatchAgentRefusals({ ...grant, metricNamespaces: ['AWS/EC2'] }))).toEqual([
      `controller.metricNamespaces must be letters, digits, spaces and ./#:_-, 255 at most, and not begin with 'AWS/': "AWS/EC2"`,
    ]);
    expect(refused(cloudWatchAgentRefusals({ ...grant, metricNamespaces: [] }))).toEqual([
      'controller.metricNamespaces must name one namespace at least: []',
    ]);
  });
});
