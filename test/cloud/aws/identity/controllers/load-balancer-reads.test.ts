import { addOnStatements, DESCRIBE } from '../../../../../lib/cloud/aws/identity/controllers/load-balancer-reads';
import { CLUSTER } from '../../harness';

test('what the load balancer controller looks at changes nothing', () => {
  expect(DESCRIBE.filter((action) => !/:(Describe|Get)/.test(action))).toEqual([]);
});

describe('addOnStatements', () => {
  const changing = addOnStatements(CLUSTER).filter(({ actions }) =>
    actions.some((action) => /:(Associate|Create|Delete|Disassociate)/.test(action)),
  );

  test('change protection and firewalls of load balancers, and nothing else', () => {
    expect(changing.map(({ sid }) => sid)).toEqual(['FirstLoadBalancer', 'Protect', 'Shield']);
    expect(changing.flatMap(({ resources }) => resources).filter((resource) => resource === '*')).toEqual([]);
  });
});
