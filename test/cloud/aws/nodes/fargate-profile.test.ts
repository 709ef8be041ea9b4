import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Token } from 'cdktf';
import { FargateProfile, type FargateProfileProps } from '../../../../lib/cloud/aws/nodes/fargate-profile';
import { LogGroup } from '../../../../lib/cloud/aws/operations/log-group';
import { type Block, build, CLUSTER, type Output, statements, synth } from '../harness';

const props: FargateProfileProps = {
  cluster: CLUSTER,
  name: 'jobs',
  selectors: [{ namespace: 'jobs' }, { namespace: 'funlynk', labels: { tier: 'batch' } }],
  subnetIds: ['subnet-1', 'subnet-2'],
};

function fargate(more: Partial<FargateProfileProps> = {}): Output {
  return synth((stack) => new FargateProfile(stack, 'fargate', { ...props, ...more }));
}

function profile(more: Partial<FargateProfileProps> = {}): Block {
  return fargate(more).one('aws_eks_fargate_profile');
}

function refused(more: Partial<FargateProfileProps>): () => void {
  return build((stack) => new FargateProfile(stack, 'fargate', { ...props, ...more }));
}

const defaults = fargate();

describe('FargateProfile', () => {
  test('runs the pods that are selected', () => {
    expect(defaults.one('aws_eks_fargate_profile')).toMatchSnapshot();
  });

  test('has a role that Fargate alone may act as, for profiles of this cluster alone', () => {
    const { name, assume_role_policy } = defaults.one('aws_iam_role');
    expect(name).toBe('funlynk-production-us-east-1-fargate-jobs');
    expect(statements(assume_role_policy)).toEqual([
      {
        Sid: 'Fargate',
        Effect: 'Allow',
        Principal: { Service: 'eks-fargate-pods.amazonaws.com' },
        Action: ['sts:AssumeRole'],
        Condition: {
          ArnLike: {
            'aws:SourceArn': ['arn:aws:eks:us-east-1:111122223333:fargateprofile/funlynk-production-us-east-1/*'],
          },
        },
      },
    ]);
  });

  test('may pull images, and nothing else', () => {
    expect(defaults.one('aws_iam_role_policy_attachment').policy_arn).toBe(
      'arn:aws:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy',
    );
    expect(defaults.all('aws_iam_role_policy')).toEqual({});
  });

  test('may write logs to the group that is named', () => {
    const { policy } = fargate({ logGroupName: '/funlynk/production' }).one('aws_iam_role_policy');
    expect(statements(policy)).toEqual([
      {
        Sid: 'Logs',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        Resource: ['arn:aws:logs:us-east-1:111122223333:log-group:/funlynk/production:*'],
      },
    ]);
  });

  test.each([
    ['selectors', { selectors: [{ namespace: 'other' }] }],
    ['labels', { selectors: [{ namespace: 'jobs', labels: { tier: 'batch' } }] }],
    ['subnets', { subnetIds: ['subnet-1', 'subnet-2', 'subnet-3'] }],
    ['the cluster', { cluster: { ...CLUSTER, clusterNameRef: 'other' } }],
  ])('is another profile with other %s, made before the old one goes', (_what, more) => {
    expect(profile(more)).toMatchObject({ lifecycle: { create_before_destroy: true } });
    expect(profile(more).fargate_profile_name).not.toBe(defaults.one('aws_eks_fargate_profile').fargate_profile_name);
  });

  test('is the same with its selectors and subnets in another order, and with logs', () => {
    const same = profile({
      selectors: [...props.selectors].reverse(),
      subnetIds: [...props.subnetIds].reverse(),
      logGroupName: 'a',
    });
    expect(same.fargate_profile_name).toBe(defaults.one('aws_eks_fargate_profile').fargate_profile_name);
  });

  test('counts references as Terraform reads them, not as cdktf numbers them', () => {
    const name = (before: number): unknown => {
      const output = synth((stack) => {
        const other = new LaunchTemplate(stack, 'other', { name: 'other' });
        for (let count = 0; count < before; count += 1) Token.asString(other.arn);
        new FargateProfile(stack, 'fargate', { ...props, subnetIds: [other.id] });
      });
      return output.one('aws_eks_fargate_profile').fargate_profile_name;
    };
    expect(name(0)).toBe(name(3));
  });

  test('keeps a long name within the value of a label', () => {
    expect(profile({ name: 'a'.repeat(63) }).fargate_profile_name).toHaveLength(63);
  });

  test('is called exactly so where asked', () => {
    const exact = profile({ exactName: true });
    expect(exact.fargate_profile_name).toBe('jobs');
    expect(exact).not.toHaveProperty('lifecycle');
    expect(profile({ exactName: false }).fargate_profile_name).toMatch(/^jobs-[0-9a-f]{6}$/);
  });

  test('says its name', () => {
    synth((stack) => {
      expect(new FargateProfile(stack, 'fargate', props).profileName).toMatch(/^jobs-[0-9a-f]{6}$/);
    });
  });

  test('waits for what a pod has to find', () => {
    const output = synth((stack) => {
      const logs = new LogGroup(stack, 'logs', { logGroupName: 'any' });
      new FargateProfile(stack, 'fargate', { ...props, dependsOn: [logs.resource] });
    });
    expect(output.one('aws_eks_fargate_profile').depends_on).toEqual([
      expect.stringContaining('AmazonEKSFargatePodExecutionRolePolicy'),
      expect.stringContaining('log_group.logs'),
    ]);
  });

  test('hands its provider on', () => {
    const output = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { alias: 'other' });
      new FargateProfile(stack, 'fargate', { ...props, provider });
    });
    expect(output.one('aws_eks_fargate_profile').provider).toBe('aws.other');
    expect(output.one('aws_iam_role').provider).toBe('aws.other');
  });

  test.each([
    [{ name: 'Jobs' }, "'name' must be lower-case letters, digits and dashes, 63 at most, got 'Jobs'"],
    [{ name: 'eks-jobs' }, "'name' must not begin with eks-, which EKS keeps for itself, got 'eks-jobs'"],
    [{ name: Token.asString({ resolve: () => 'a' }) }, "'name' must be known at synthesis, got 'a token'"],
    [{ subnetIds: [] }, "'subnetIds' must name one at least, got []"],
    [{ selectors: [] }, "'selectors' must hold one at least, got []"],
  ])('refuses %j', (more, message) => {
    expect(refused(more)).toThrow(`stack/fargate: ${message}`);
  });
});
