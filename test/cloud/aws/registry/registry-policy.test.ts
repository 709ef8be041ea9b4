import { RegistryPolicy, type RegistryPolicyProps } from '../../../../lib/cloud/aws/registry/registry-policy';
import { build, PLACE, statements, synth } from '../harness';

const ROLE = 'arn:aws:iam::444455556666:role/nodes';

function policy(props: Partial<RegistryPolicyProps>) {
  const output = synth((stack) => new RegistryPolicy(stack, 'policy', { ...PLACE, ...props }));
  return statements(output.one('aws_ecr_registry_policy').policy);
}

function refused(props: Partial<RegistryPolicyProps>): () => void {
  return build((stack) => new RegistryPolicy(stack, 'policy', { ...PLACE, ...props }));
}

describe('RegistryPolicy', () => {
  test('lets named accounts copy images here, under the prefixes named', () => {
    const sources = [{ account: '444455556666', repositoryPrefixes: ['bb', 'aa'] }, { account: '222233334444' }];
    expect(policy({ replicationSources: sources })).toMatchInlineSnapshot(`
      [
        {
          "Action": [
            "ecr:CreateRepository",
            "ecr:ReplicateImage",
          ],
          "Effect": "Allow",
          "Principal": {
            "AWS": "arn:aws:iam::222233334444:root",
          },
          "Resource": [
            "arn:aws:ecr:us-east-1:111122223333:repository/*",
          ],
          "Sid": "Replicate222233334444",
        },
        {
          "Action": [
            "ecr:CreateRepository",
            "ecr:ReplicateImage",
          ],
          "Effect": "Allow",
          "Principal": {
            "AWS": "arn:aws:iam::444455556666:root",
          },
          "Resource": [
            "arn:aws:ecr:us-east-1:111122223333:repository/aa/*",
            "arn:aws:ecr:us-east-1:111122223333:repository/bb/*",
          ],
          "Sid": "Replicate444455556666",
        },
      ]
    `);
  });

  test('lets others pull through caches', () => {
    const pullThroughUsers = [
      { principal: ROLE, repositoryPrefixes: ['docker-hub'] },
      { principal: '222233334444', repositoryPrefixes: ['quay'] },
    ];
    expect(policy({ pullThroughUsers })).toMatchObject([
      { Sid: 'PullThrough1', Principal: { AWS: 'arn:aws:iam::222233334444:root' } },
      {
        Sid: 'PullThrough2',
        Principal: { AWS: ROLE },
        Action: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
        Resource: ['arn:aws:ecr:us-east-1:111122223333:repository/docker-hub/*'],
      },
    ]);
  });

  test('refuses to be about nobody', () => {
    expect(refused({})).toThrow(
      "stack/policy: 'replicationSources' must name somebody, or pullThroughUsers must, got []; " +
        'or leave the policy out',
    );
  });

  test('refuses the own account, and somebody named twice', () => {
    const own = { account: PLACE.account };
    expect(refused({ replicationSources: [own, own] })).toThrow(
      "stack/policy: 'replicationSources' must not name the own account, which may copy between its regions anyway, " +
        "got '111122223333'\nstack/policy: 'replicationSources' must name each one once, got '111122223333'",
    );
    const user = { principal: ROLE, repositoryPrefixes: ['a1'] };
    expect(refused({ pullThroughUsers: [user, user] })).toThrow(
      `'pullThroughUsers' must name each one once, got '${ROLE}'`,
    );
  });

  test('refuses everyone, and prefixes that are none', () => {
    expect(
      refused({
        account: '1',
        replicationSources: [{ account: '*', repositoryPrefixes: [] }],
        pullThroughUsers: [{ principal: '*', repositoryPrefixes: ['A'] }],
      }),
    ).toThrow(
      [
        "stack/policy: 'account' must be the number of an account, 12 digits, got '1'",
        "stack/policy: 'replicationSources.account' must be the number of an account, 12 digits, got '*'",
        "stack/policy: 'pullThroughUsers.principal' must be the number of an account, or the ARN of a role or a user in one, got '*'",
        "stack/policy: 'replicationSources.repositoryPrefixes' must name one prefix at least, got []",
        "stack/policy: 'pullThroughUsers.repositoryPrefixes' must be lower-case letters",
      ].join('\n'),
    );
  });
});
