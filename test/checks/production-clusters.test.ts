import { checkProductionClusters } from '../../lib/checks/production-clusters';
import { changed, environment, stack } from './fixtures';
import { AWS, GOOGLE } from './production-fixtures';

const open = stack(changed(AWS, ['aws_eks_cluster', 'it', 'lifecycle'], undefined));

test('clusters that are all that production wants are sound', () => {
  expect(checkProductionClusters(environment([], { stacks: [stack(AWS), stack(GOOGLE)] }))).toEqual([]);
});

test('a finding names the stack, the resource and the remedy', () => {
  expect(checkProductionClusters(environment([], { stacks: [stack(GOOGLE), open] }))).toEqual([
    {
      rule: 'production-deletion-protected',
      severity: 'error',
      resource: 'shop-main',
      path: 'shop-main/aws_eks_cluster.it',
      message: 'the cluster can be destroyed by a plan',
      remedy: 'set deletionProtection to true',
    },
  ]);
});

test('development may do as it likes', () => {
  expect(checkProductionClusters(environment([], { profile: 'development', stacks: [open] }))).toEqual([]);
});
