import { clusterAutoscalerStatements } from '../../../../../lib/cloud/aws/identity/controllers/cluster-autoscaler';
import { CLUSTER } from '../../harness';

describe('the cluster autoscaler', () => {
  test('scales only the groups that are tagged as those of its cluster', () => {
    const scaling = clusterAutoscalerStatements(CLUSTER).filter(({ actions }) =>
      actions.some((action) => !/:(Describe|Get)/.test(action)),
    );
    expect(scaling).toHaveLength(1);
    expect(scaling[0]?.conditions).toEqual({
      StringEquals: { 'aws:ResourceTag/k8s.io/cluster-autoscaler/funlynk-production-us-east-1': ['owned'] },
    });
  });

  test('reads the node groups of its cluster', () => {
    expect(clusterAutoscalerStatements(CLUSTER)[1]?.resources).toEqual([
      'arn:aws:eks:us-east-1:111122223333:nodegroup/funlynk-production-us-east-1/*/*',
    ]);
  });
});
