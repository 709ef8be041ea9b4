import { gkeFaults, googleFaults } from '../../lib/environment/check-google';
import { said, smallDraft } from './small-draft';

const MAIN = ['clusters', 'main'];
const POOLS = 'nodePools: { general: {} }';

/** Faults of one GKE cluster called `main`. */
function faults(...fields: readonly string[]): readonly string[] {
  return said(gkeFaults(smallDraft(`clusters: { main: { ${fields.join(', ')} } }`), MAIN));
}

describe('the nodes of a cluster', () => {
  test.each([[POOLS], ['mode: standard', POOLS], ['mode: autopilot']])('may be %s %s', (...fields) => {
    expect(faults(...fields)).toEqual([]);
  });

  test('come from one pool at least', () => {
    expect(faults('mode: standard')).toEqual([
      'clusters.main.nodePools: is missing; must hold one node pool at least, unless mode is autopilot',
    ]);
  });

  test.each([
    ['nodePools', '{ general: {} }', 'GKE makes the nodes that pods ask for'],
    ['nodeAutoProvisioning', '{ cpu: { max: 8 } }', 'GKE makes the nodes that pods ask for'],
    ['autoscalingProfile', 'BALANCED', 'GKE chooses it'],
    ['zone', 'europe-west1-b', 'it spans the region'],
  ])('on Autopilot are not told by %s', (key, value, why) => {
    expect(faults('mode: autopilot', `${key}: ${value}`)).toEqual([
      `clusters.main.${key} (key): is not for Autopilot: ${why}; leave it out, or choose mode standard`,
    ]);
  });
});

test('Autopilot keeps no version for longer than Google does', () => {
  expect(faults('mode: autopilot', 'releaseChannel: EXTENDED')).toEqual([
    "clusters.main.releaseChannel: must be RAPID, REGULAR or STABLE on Autopilot, got 'EXTENDED'",
  ]);
  expect(faults('mode: autopilot', 'releaseChannel: STABLE')).toEqual([]);
});

describe('the network of a cluster', () => {
  test.each(['cidr: 10.0.0.0/16, egress: google-apis, natAddresses: 2, natLogging: ALL', 'shared: {}'])(
    'may be { %s }',
    (network) => {
      expect(faults(POOLS, `network: { ${network} }`)).toEqual([]);
    },
  );

  test('is its own or a shared one', () => {
    expect(faults(POOLS, 'network: { natLogging: ALL }')).toEqual([
      'clusters.main.network: must name its cidr, or the shared network that the cluster joins',
    ]);
  });

  test.each(['cidr: 10.0.0.0/16', 'egress: open', 'natAddresses: 2', 'natLogging: ALL'])(
    'is not a shared one with %s',
    (field) => {
      expect(faults(POOLS, `network: { shared: {}, ${field} }`)).toEqual([
        `clusters.main.network.${field.split(':')[0]} (key): is for a network of its own; a shared one has it from its host project`,
      ]);
    },
  );
});

describe('the control plane', () => {
  test.each([
    'ipEndpoint: off',
    'ipEndpoint: private',
    'authorizedNetworks: [10.0.0.0/8]',
    'ipEndpoint: public, authorizedNetworks: [203.0.113.0/24]',
    'dnsEndpoint: false, ipEndpoint: private, authorizedNetworks: [10.0.0.0/8]',
    'dnsEndpoint: true, ipEndpoint: off',
  ])('may be reached by %s', (fields) => {
    expect(faults(POOLS, fields)).toEqual([]);
  });

  test('is not open to networks while it has no address', () => {
    expect(faults(POOLS, 'ipEndpoint: off, authorizedNetworks: [10.0.0.0/8]')).toEqual([
      "clusters.main.ipEndpoint: must be private or public where authorizedNetworks are named, got 'off'",
    ]);
  });

  test('is not open to everybody', () => {
    expect(faults(POOLS, 'ipEndpoint: public')).toEqual([
      "clusters.main.ipEndpoint: must not be public to everybody; name authorizedNetworks, got 'public'",
    ]);
  });

  test.each(['dnsEndpoint: false', 'dnsEndpoint: false, ipEndpoint: private'])('is out of reach with %s', (fields) => {
    expect(faults(POOLS, fields)).toEqual([
      'clusters.main.dnsEndpoint: must be true where nothing else leads to the cluster; leave dnsEndpoint out, or name authorizedNetworks',
    ]);
  });
});

describe('zones', () => {
  test.each(['zone: europe-west1-d', 'zones: [europe-west1-b, europe-west1-c]'])('may be %s', (field) => {
    expect(faults(POOLS, 'region: europe-west1', field)).toEqual([]);
  });

  test('are not of a region whose name only begins alike', () => {
    expect(faults(POOLS, 'region: europe-west1', 'zone: europe-west12-a')).toEqual([
      "clusters.main.zone: must be a zone of europe-west1 such as europe-west1-b, got 'europe-west12-a'",
    ]);
  });

  test('of a list lie in the region each', () => {
    expect(faults(POOLS, 'region: europe-west1', 'zones: [europe-west1-b, europe-west4-a]')).toEqual([
      "clusters.main.zones[1]: must be a zone of europe-west1 such as europe-west1-b, got 'europe-west4-a'",
    ]);
  });

  test('are listed once', () => {
    expect(faults(POOLS, 'zones: [europe-west1-b, europe-west1-b]')).toEqual([
      "clusters.main.zones[1]: 'europe-west1-b' stands in the list before, at clusters.main.zones[0]",
    ]);
  });

  test('of a pool lie in the region of the cluster', () => {
    expect(faults('region: europe-west1', 'nodePools: { gpu: { zones: [us-central1-a] } }')).toEqual([
      "clusters.main.nodePools.gpu.zones[0]: must be a zone of europe-west1 such as europe-west1-b, got 'us-central1-a'",
    ]);
  });
});

describe('a backup', () => {
  test('may be locked for as long as it is kept', () => {
    expect(faults(POOLS, 'backup: { retainDays: 7, deleteLockDays: 7 }')).toEqual([]);
  });

  test('is not locked for longer than it is kept', () => {
    expect(faults(POOLS, 'backup: { retainDays: 7, deleteLockDays: 8 }')).toEqual([
      'clusters.main.backup.deleteLockDays: must be at most retainDays (7), got 8',
    ]);
  });
});

describe('what an environment has on Google Cloud', () => {
  function google(text: string, clusters = [MAIN]): readonly string[] {
    return said(googleFaults(smallDraft(text), clusters));
  }

  test('is for clusters there', () => {
    expect(google('google: { auditLogs: true }', [])).toEqual([
      'google (key): is for clusters on Google Cloud; there is none',
    ]);
  });

  test('may be left out', () => {
    expect(google('clusters: {}', [])).toEqual([]);
  });

  test.each(['zones: [europe-west1-b]', 'zone: europe-west1-b'])('sends requests to a cluster with %s', (field) => {
    expect(google(`google: { edge: {} }\nclusters: { main: { ${field} } }`)).toEqual([]);
  });

  test('sends no requests to a cluster whose zones nobody knows', () => {
    expect(google('google: { edge: {} }\nclusters: { main: {} }')).toEqual([
      'clusters.main (key): must list its zones, since google.edge sends requests to each of them',
    ]);
  });
});
