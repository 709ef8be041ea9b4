import {
  backendGroups,
  endpointRefusals,
  type NetworkEndpoints,
} from '../../../../lib/cloud/google/edge/network-endpoints';

const WEST: NetworkEndpoints = {
  zones: ['europe-west1-c', 'europe-west1-b'],
  negName: 'west',
  maxRatePerEndpoint: 100,
};
const EAST: NetworkEndpoints = { zones: ['us-east1-b'], negName: 'east', maxRatePerEndpoint: 50 };

function refusals(endpoints: Readonly<Record<string, NetworkEndpoints>>) {
  return endpointRefusals('endpoints', endpoints).filter((refusal) => refusal !== undefined);
}

describe('the endpoints of clusters', () => {
  test('are one group in each zone, in one order', () => {
    const groups = backendGroups('p', { west: WEST, east: EAST });
    expect(groups.map(({ group }) => group)).toEqual([
      'projects/p/zones/us-east1-b/networkEndpointGroups/east',
      'projects/p/zones/europe-west1-b/networkEndpointGroups/west',
      'projects/p/zones/europe-west1-c/networkEndpointGroups/west',
    ]);
    expect(groups[0]).toEqual({
      group: 'projects/p/zones/us-east1-b/networkEndpointGroups/east',
      description: 'east',
      balancingMode: 'RATE',
      maxRatePerEndpoint: 50,
      capacityScaler: 1,
      preference: 'DEFAULT',
    });
    expect(backendGroups('p', { east: EAST, west: WEST })).toEqual(groups);
  });

  test('can be drained, preferred and in another project', () => {
    const east: NetworkEndpoints = { ...EAST, capacityScaler: 0, preference: 'PREFERRED', project: 'other' };
    expect(refusals({ west: WEST, east })).toEqual([]);
    expect(backendGroups('p', { east })).toMatchObject([
      {
        group: 'projects/other/zones/us-east1-b/networkEndpointGroups/east',
        capacityScaler: 0,
        preference: 'PREFERRED',
      },
    ]);
  });

  test('are not drained everywhere, nor nowhere to be found', () => {
    expect(refusals({ west: { ...WEST, capacityScaler: 0 }, east: { ...EAST, capacityScaler: 0 } })).toEqual([
      { property: 'endpoints', rule: 'must not drain every cluster', got: ['west', 'east'] },
    ]);
    expect(refusals({})).toEqual([{ property: 'endpoints', rule: 'must name one cluster at least', got: {} }]);
  });

  test('are not shared by two clusters', () => {
    const shared = { property: 'endpoints.b.negName', rule: 'must not be that of a in us-east1-b', got: 'east' };
    expect(refusals({ a: EAST, b: EAST })).toEqual([shared]);
    expect(refusals({ a: EAST, b: { ...EAST, project: 'other' } })).toEqual([]);
  });

  test('refuse what Google would', () => {
    const faulty = { zones: ['us-east1'], negName: 'East', maxRatePerEndpoint: 0, capacityScaler: 0.05 };
    expect(refusals({ west: { ...WEST, zones: [] }, east: faulty }).map(({ property }) => property)).toEqual([
      'endpoints.west.zones',
      'endpoints.east.zones',
      'endpoints.east.negName',
      'endpoints.east.maxRatePerEndpoint',
      'endpoints.east.capacityScaler',
    ]);
    expect(refusals({ east: { ...EAST, zones: ['us-east1'] } })).toEqual([
      { property: 'endpoints.east.zones', rule: 'must hold zones such as europe-west1-b', got: 'us-east1' },
    ]);
    expect(refusals({ east: { ...EAST, maxRatePerEndpoint: 0, capacityScaler: 1.1 } })).toEqual([
      { property: 'endpoints.east.maxRatePerEndpoint', rule: 'must be above 0', got: 0 },
      { property: 'endpoints.east.capacityScaler', rule: 'must be 0, or from 0.1 to 1', got: 1.1 },
    ]);
    expect(refusals({ east: { ...EAST, zones: [] } })).toEqual([
      { property: 'endpoints.east.zones', rule: 'must name one zone at least', got: [] },
    ]);
  });
});
