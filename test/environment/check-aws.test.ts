import { awsFaults, eksFaults } from '../../lib/environment/check-aws';
import { said, smallDraft } from './small-draft';

const MAIN = ['clusters', 'main'];
const POOLS = 'nodePools: { general: {} }';

/** Faults of one EKS cluster called `main`. */
function faults(...fields: readonly string[]): readonly string[] {
  return said(eksFaults(smallDraft(`clusters: { main: { ${fields.join(', ')} } }`), MAIN));
}

describe('the nodes of a cluster', () => {
  test.each([[POOLS], ['mode: standard', POOLS], ['mode: auto'], ['fargateProfiles: { all: {} }']])(
    'may be %s %s',
    (...fields) => {
      expect(faults(...fields)).toEqual([]);
    },
  );

  test('come from one pool at least', () => {
    expect(faults('mode: standard')).toEqual([
      'clusters.main.nodePools: is missing; must hold one node pool at least, unless mode is auto or there are fargateProfiles',
    ]);
  });

  test.each([
    ['nodePools', '{ general: {} }', 'EKS makes the nodes that pods ask for'],
    ['fargateProfiles', '{ all: {} }', 'EKS makes the nodes that pods ask for'],
    ['karpenter', 'true', 'EKS runs it'],
  ])('in Auto Mode are not told by %s', (key, value, why) => {
    expect(faults('mode: auto', `${key}: ${value}`)).toEqual([
      `clusters.main.${key} (key): is not for Auto Mode: ${why}; leave it out, or choose mode standard`,
    ]);
  });
});

describe('the network of a cluster', () => {
  test.each(['cidr: 10.0.0.0/16, natGateways: none, ipFamily: dual-stack', 'existing: {}'])(
    'may be { %s }',
    (network) => {
      expect(faults(POOLS, `network: { ${network} }`)).toEqual([]);
    },
  );

  test('is its own, or one that is there', () => {
    expect(faults(POOLS, 'network: { natGateways: single }')).toEqual([
      'clusters.main.network: must name its cidr, or the existing VPC that the cluster joins',
    ]);
  });

  test.each([
    'cidr: 10.0.0.0/16',
    'natGateways: single',
    'ipFamily: dual-stack',
    'endpoints: []',
    'gatewayEndpoints: []',
    'publicSubnets: false',
    'flowLogs: off',
  ])('is not one that is there with %s', (field) => {
    expect(faults(POOLS, `network: { existing: {}, ${field} }`)).toEqual([
      `clusters.main.network.${field.split(':')[0]} (key): is for a network of its own; an existing one has it from its owner`,
    ]);
  });
});

describe('the zones of a cluster', () => {
  test.each(['[us-east-1a, us-east-1b]', '[us-east-1f, us-east-1a, us-east-1c]', '[us-east-1a, east]'])(
    'may be %s',
    (zones) => {
      expect(faults(POOLS, 'region: us-east-1', `zones: ${zones}`)).toEqual([]);
    },
  );

  test.each([
    ['[]', 'clusters.main.zones: must list two different zones at least, got 0'],
    ['[us-east-1a]', 'clusters.main.zones: must list two different zones at least, got 1'],
    [
      '[us-east-1a, us-east-2a]',
      "clusters.main.zones[1]: must be a zone of us-east-1 such as us-east-1a, got 'us-east-2a'",
    ],
  ])('may not be %s', (zones, message) => {
    expect(faults(POOLS, 'region: us-east-1', `zones: ${zones}`)).toEqual([message]);
  });

  test('are each listed once', () => {
    expect(faults(POOLS, 'region: us-east-1', 'zones: [us-east-1a, us-east-1a]')).toEqual([
      "clusters.main.zones[1]: 'us-east-1a' stands in the list before, at clusters.main.zones[0]",
      'clusters.main.zones: must list two different zones at least, got 1',
    ]);
  });

  test('are not held against a region that is none', () => {
    expect(faults(POOLS, 'region: east', 'zones: [us-east-1a, us-east-1b]')).toEqual([]);
  });
});

describe('the controllers of a cluster', () => {
  test('are each named once', () => {
    expect(faults(POOLS, 'controllers: [fluent-bit, fluent-bit]')).toEqual([
      "clusters.main.controllers[1]: 'fluent-bit' stands in the list before, at clusters.main.controllers[0]",
    ]);
  });

  test.each(['cert-manager', 'external-dns'])('write to no zone where there is none: %s', (controller) => {
    expect(faults(POOLS, `controllers: [fluent-bit, ${controller}]`)).toEqual([
      `clusters.main.controllers[1]: must have a zone to write to; name aws.dns, got '${controller}'`,
    ]);
  });

  test('are not what an add-on brings', () => {
    const addons = 'addons: { enabled: [amazon-cloudwatch-observability] }';
    expect(faults(POOLS, addons, 'controllers: [fluent-bit, cloudwatch-agent]')).toEqual([
      'clusters.main.controllers[1]: must be left out where the add-on amazon-cloudwatch-observability brings it, with its identity',
    ]);
    expect(faults(POOLS, 'controllers: [cloudwatch-agent]')).toEqual([]);
  });

  test('write to the zone of the environment', () => {
    const draft = smallDraft(`clusters: { main: { ${POOLS}, controllers: [external-dns] } }\naws: { dns: {} }`);
    expect(said(eksFaults(draft, MAIN))).toEqual([]);
  });
});

describe('the backups of a cluster', () => {
  test('are locked for as long as they are kept, and no longer', () => {
    expect(faults(POOLS, 'backup: { lockDays: 30, retainDays: 30 }')).toEqual([]);
    expect(faults(POOLS, 'backup: { lockDays: 31, retainDays: 30 }')).toEqual([
      'clusters.main.backup.lockDays: must be at most retainDays (30), got 31',
    ]);
  });

  test('are copied to another region', () => {
    expect(faults(POOLS, 'region: us-east-1', 'backup: { replicaRegion: eu-west-1 }')).toEqual([]);
    expect(faults(POOLS, 'region: us-east-1', 'backup: { replicaRegion: us-east-1 }')).toEqual([
      "clusters.main.backup.replicaRegion: must be another region than the cluster's, got 'us-east-1'",
    ]);
  });
});

describe('what an environment has on AWS', () => {
  /** Faults of the AWS part beside clusters in two regions, the second of the account given. */
  function beside(aws: string, account = '111122223333'): readonly string[] {
    const clusters = `{ a: { region: us-east-1, account: '111122223333' }, b: { region: eu-west-1, account: '${account}' } }`;
    const draft = smallDraft(`clusters: ${clusters}\naws: ${aws}`);
    return said(
      awsFaults(draft, [
        ['clusters', 'a'],
        ['clusters', 'b'],
      ]),
    );
  }

  test('is for clusters on AWS', () => {
    expect(said(awsFaults(smallDraft('aws: {}'), []))).toEqual(['aws (key): is for clusters on AWS; there is none']);
    expect(said(awsFaults(smallDraft('google: {}'), []))).toEqual([]);
  });

  test.each([
    '{ dns: {}, edge: { entrypoints: { us-east-1: {} } } }',
    '{ registry: { replicateFrom: eu-west-1 }, secrets: { replicateFrom: us-east-1 } }',
  ])('may be %s', (aws) => {
    expect(beside(aws)).toEqual([]);
  });

  test.each(['registry', 'secrets'])('is copied from a region that a cluster is in: %s', (key) => {
    expect(beside(`{ ${key}: { replicateFrom: us-west-2 } }`)).toEqual([
      `aws.${key}.replicateFrom: must be a region of a cluster on AWS: eu-west-1, us-east-1, got 'us-west-2'`,
    ]);
  });

  test('leads to regions that a cluster is in', () => {
    expect(beside('{ dns: {}, edge: { entrypoints: { us-west-2: {} } } }')).toEqual([
      'aws.edge.entrypoints.us-west-2 (key): must be a region of a cluster on AWS: eu-west-1, us-east-1',
    ]);
  });

  test('proves certificates in a zone', () => {
    expect(beside('{ edge: {} }')).toEqual([
      'aws.edge (key): must have a zone that proves its certificates; name aws.dns',
    ]);
  });

  test('lies in one account where it is shared', () => {
    const aws = '{ dns: {}, registry: { replicateFrom: us-east-1 }, secrets: { replicateFrom: us-east-1 } }';
    const rule = '(key): must be left out where clusters are in several accounts; it is for one';
    expect(beside(aws, '222233334444')).toEqual([
      `aws.dns ${rule}`,
      `aws.registry.replicateFrom ${rule}`,
      `aws.secrets.replicateFrom ${rule}`,
    ]);
  });
});
