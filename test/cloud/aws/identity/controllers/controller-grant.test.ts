import { policyDocument } from '../../../../../lib/cloud/aws/iam/policy-document';
import {
  controllerRefusals,
  controllerStatements,
} from '../../../../../lib/cloud/aws/identity/controllers/controller-grant';
import { CLUSTER } from '../../harness';
import { GRANTS } from './sample-grants';

/** What services let nobody name: the only actions that may be on everything. */
const ON_EVERYTHING =
  /^[\w-]+:(Describe|List|Get|PutMetricData|PutTelemetryRecords|PutTraceSegments|TagResources|UntagResources)/;

describe.each(Object.values(GRANTS))('what $kind may do', (grant) => {
  const statements = controllerStatements(CLUSTER, grant);

  test('is on everything only where a service knows no resource', () => {
    const wide = statements.filter(({ resources }) => resources.includes('*')).flatMap(({ actions }) => actions);
    expect(wide.filter((action) => !ON_EVERYTHING.test(action))).toEqual([]);
  });

  test('gives a reason for each wildcard, and never allows a whole service', () => {
    expect(() => policyDocument('stack', statements)).not.toThrow();
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.endsWith(':*'))).toEqual([]);
  });

  test('is in the one account and region', () => {
    const arns = statements.flatMap(({ resources }) => resources).filter((resource) => resource !== '*');
    const elsewhere = arns
      .map((arn) => arn.split(':'))
      .filter(([, , , region = '', account = '']) => {
        return ![CLUSTER.region, ''].includes(region) || ![CLUSTER.account, ''].includes(account);
      });
    expect(elsewhere).toEqual([]);
  });

  test('fits in a role, whatever the name of the cluster', () => {
    const longest = { ...CLUSTER, clusterName: 'c'.repeat(100) };
    expect(policyDocument('stack', controllerStatements(longest, grant)).length).toBeLessThanOrEqual(10_240);
  });

  test('has statements of different names', () => {
    expect(new Set(statements.map(({ sid }) => sid)).size).toBe(statements.length);
  });

  test('refuses nothing of it', () => {
    expect(controllerRefusals(grant).filter(Boolean)).toEqual([]);
  });
});
