import { isRecord, type EnvironmentOutput, type TerraformBlock } from '../../lib/checks/output';
import { checkProductionClusters } from '../../lib/checks/production-clusters';
import { alteredResources } from './break';
import { byName, generate, open } from './environments';

const { environments } = generate();
const production = environments.filter(({ output }) => output.profile === 'production');

const CLUSTERS = ['aws_eks_cluster', 'google_container_cluster'];

/** What makes a cluster unfit for production, on either cloud, and the rule that says so. */
const BREAKS: readonly (readonly [what: string, fields: TerraformBlock, rule: string])[] = [
  [
    'an endpoint for everybody',
    {
      vpc_config: { endpoint_private_access: true, endpoint_public_access: true },
      private_cluster_config: { enable_private_nodes: false },
    },
    'production-private',
  ],
  ['secrets without a key of our own', { encryption_config: {}, database_encryption: {} }, 'production-encrypted'],
  ['no audit log', { enabled_cluster_log_types: [], logging_config: {} }, 'production-audit-logged'],
  ['no protection', { lifecycle: {}, deletion_protection: false }, 'production-deletion-protected'],
];

test('there is an environment in production', () => {
  expect(production.length).toBeGreaterThan(0);
});

/** Invariant 6: production clusters are private, encrypted, audited, protected, and their nodes modest. */
describe.each(byName(production))('%s', (_, environment) => {
  const { output, stacks } = environment;
  const rules = (broken: EnvironmentOutput): readonly string[] => [
    ...new Set(checkProductionClusters(broken).map(({ rule, resource }) => `${rule} ${resource}`)),
  ];
  const each = (rule: string): readonly string[] => output.clusters.map(({ stack }) => `${rule} ${stack}`);

  test('is all that production wants', () => {
    expect(open(checkProductionClusters, environment)).toEqual([]);
  });

  test('makes each cluster once, in the stack that its objects name', () => {
    const made = output.clusters.map(({ stack }) => {
      const resource = output.stacks.find(({ name }) => name === stack)?.resource ?? {};
      return CLUSTERS.flatMap((type) => Object.keys(resource[type] ?? {})).length;
    });

    expect(made).toEqual(output.clusters.map(() => 1));
  });

  test('says so in the files of its clusters', () => {
    const files = output.clusters.map(
      ({ stack }) => stacks.find(({ path }) => path.includes(`/${stack}/`))?.content ?? '',
    );

    expect(files.filter((it) => !/"(prevent_destroy|deletion_protection)": true/.test(it))).toEqual([]);
    expect(files.filter((it) => !/"(endpoint_private_access|enable_private_nodes)": true/.test(it))).toEqual([]);
    expect(files.filter((it) => !/"(audit|APISERVER)"/.test(it))).toEqual([]);
    expect(files.filter((it) => /"public_access_cidrs": \[[^\]]*"0\.0\.0\.0\/0"/.test(it))).toEqual([]);
  });

  describe('broken on purpose', () => {
    test.each(BREAKS)('%s', (__, fields, rule) => {
      expect(rules(alteredResources(output, CLUSTERS, (block) => ({ ...block, ...fields })))).toEqual(each(rule));
    });

    test('disks without a key of our own', () => {
      const types = ['aws_launch_template', 'google_container_node_pool'];
      const sized = output.clusters.filter(({ stack }) => {
        const resource = output.stacks.find(({ name }) => name === stack)?.resource ?? {};
        return types.some((type) => type in resource);
      });
      // In Auto Mode the disks are no resource of ours.
      if (sized.length === 0) return;
      const broken = alteredResources(output, types, (block) => ({
        ...block,
        block_device_mappings: [],
        node_config: { ...(isRecord(block['node_config']) ? block['node_config'] : {}), boot_disk_kms_key: null },
      }));

      expect(rules(broken)).toEqual(sized.map(({ stack }) => `production-encrypted ${stack}`));
    });

    test('nodes that may do more than they need', () => {
      const types = ['aws_iam_role_policy_attachment', 'google_project_iam_member'];
      const broken = alteredResources(output, types, (block) => ({
        ...block,
        policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
        ...('member' in block ? { role: 'roles/editor' } : {}),
      }));

      expect(rules(broken)).toEqual(expect.arrayContaining([...each('production-least-privilege')]));
    });
  });
});
