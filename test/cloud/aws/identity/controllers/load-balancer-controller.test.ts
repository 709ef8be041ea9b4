import { Token } from 'cdktf';
import {
  loadBalancerControllerRefusals,
  loadBalancerControllerStatements,
} from '../../../../../lib/cloud/aws/identity/controllers/load-balancer-controller';
import { CLUSTER } from '../../harness';
import { refused } from './refused';
import { GRANTS } from './sample-grants';

const grant = GRANTS['load-balancer-controller'];
const all = loadBalancerControllerStatements(CLUSTER, grant);
const bare = loadBalancerControllerStatements(CLUSTER, { kind: grant.kind });
const statement = (sid: string, from = all) => from.find((found) => found.sid === sid);
const cluster = 'funlynk-production-us-east-1';

describe('the load balancer controller', () => {
  test('changes only load balancers and target groups that are tagged as those of its cluster', () => {
    for (const sid of ['ChangeOwn', 'FillOwnGroups']) {
      expect(statement(sid)?.conditions).toEqual({
        StringEquals: { 'aws:ResourceTag/elbv2.k8s.aws/cluster': [cluster] },
      });
    }
  });

  test('has to tag what it makes as that of its cluster', () => {
    for (const sid of ['Create', 'CreateGroups']) {
      expect(statement(sid)?.conditions).toEqual({
        StringEquals: { 'aws:RequestTag/elbv2.k8s.aws/cluster': [cluster] },
      });
    }
  });

  test('cannot give what it made to another cluster', () => {
    for (const sid of ['TagOwn', 'TagOwnGroups']) {
      expect(statement(sid)?.conditions).toEqual({
        StringEquals: { 'aws:ResourceTag/elbv2.k8s.aws/cluster': [cluster] },
        Null: { 'aws:RequestTag/elbv2.k8s.aws/cluster': ['true'] },
      });
    }
  });

  test('opens only the groups of its own cluster, in its own network', () => {
    const network = { 'ec2:Vpc': ['arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0123456789abcdef0'] };
    expect(statement('OpenNodes')?.conditions).toEqual({
      StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${cluster}`]: ['owned', 'shared'] },
      ArnEquals: network,
    });
    expect(statement('ChangeOwnGroups')?.conditions?.ArnEquals).toEqual(network);
    expect(statement('CreateGroupsInNetwork')?.resources).toEqual(network['ec2:Vpc']);
  });

  test('works in any network of the account where none is named', () => {
    expect(statement('OpenNodes', bare)?.conditions?.ArnEquals).toBeUndefined();
    expect(statement('CreateGroupsInNetwork', bare)?.resources).toEqual(['arn:aws:ec2:us-east-1:111122223333:vpc/*']);
  });

  test('fills target groups of others only where they are named', () => {
    expect(statement('FillNamedGroups')?.resources).toEqual(grant.targetGroupArns);
    expect(statement('FillNamedGroups', bare)).toBeUndefined();
  });

  test('makes no role but the one of load balancing', () => {
    expect(statement('FirstLoadBalancer')?.resources).toEqual([
      'arn:aws:iam::111122223333:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing',
    ]);
  });

  test('refuses what is no network and no target group, but not what Terraform alone knows', () => {
    expect(refused(loadBalancerControllerRefusals({ ...grant, vpcId: 'main', targetGroupArns: ['old'] }))).toEqual([
      'controller.vpcId must be the id of a network, such as vpc-0123456789abcdef0: "main"',
      'controller.targetGroupArns must be ARNs of target groups: "old"',
    ]);
    const later = Token.asString({ resolve: () => 'later' });
    expect(refused(loadBalancerControllerRefusals({ ...grant, vpcId: later, targetGroupArns: [later] }))).toEqual([]);
  });
});
