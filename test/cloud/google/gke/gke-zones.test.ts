import { Token } from 'cdktf';
import { locationRefusal, nodeLocations, zoneCount, zonesRefusals } from '../../../../lib/cloud/google/gke/gke-zones';

const REGION = 'europe-west1';
const REGIONAL = { location: REGION, region: REGION };

function refusals(zones: readonly string[] | undefined, location = REGION): unknown[] {
  return zonesRefusals('zones', zones, { location, region: REGION }).filter((refusal) => refusal !== undefined);
}

describe('zones', () => {
  test('are three of a region, or the one of a zonal cluster, unless named', () => {
    expect(zoneCount(REGION, REGION, undefined)).toBe(3);
    expect(zoneCount('europe-west1-b', REGION, undefined)).toBe(1);
    expect(zoneCount(REGION, REGION, ['europe-west1-b', 'europe-west1-c'])).toBe(2);
    expect(nodeLocations(REGION, undefined)).toEqual({});
  });

  test('are written in order, without the one of a zonal cluster', () => {
    const zones = ['europe-west1-d', 'europe-west1-b'];
    expect(nodeLocations(REGION, zones)).toEqual({ nodeLocations: ['europe-west1-b', 'europe-west1-d'] });
    expect(nodeLocations('europe-west1-d', zones)).toEqual({ nodeLocations: ['europe-west1-b'] });
  });

  test('are accepted within the region', () => {
    expect(refusals(undefined)).toEqual([]);
    expect(refusals(['europe-west1-b', 'europe-west1-c'])).toEqual([]);
    expect(refusals(['europe-west1-b', 'europe-west1-c'], 'europe-west1-c')).toEqual([]);
  });

  test.each(['us-east1-b', 'europe-west1', 'europe-west10-b'])('are refused outside the region: %s', (zone) => {
    expect(refusals([zone])).toEqual([
      { property: 'zones', rule: 'must hold zones of europe-west1 such as europe-west1-b', got: zone },
    ]);
  });

  test('are refused where there is none, where one is named twice, and where Terraform alone knows them', () => {
    expect(refusals([])).toMatchObject([{ rule: 'must name one zone at least', remedy: 'leave it out' }]);
    expect(refusals(['europe-west1-b', 'europe-west1-b'])).toMatchObject([{ rule: 'must name each zone once' }]);
    expect(zonesRefusals('zones', [Token.asString({ resolve: () => '' })], REGIONAL)).toEqual([
      { property: 'zones', rule: 'must be known at synthesis', got: 'a token' },
    ]);
  });

  test('are refused without the one of a zonal cluster', () => {
    expect(refusals(['europe-west1-b'], 'europe-west1-c')).toEqual([
      { property: 'zones', rule: 'must hold the zone of the cluster (europe-west1-c)', got: ['europe-west1-b'] },
    ]);
  });
});

describe('locationRefusal', () => {
  test.each([REGION, 'europe-west1-b'])('accepts %s', (location) => {
    expect(locationRefusal(location, REGION)).toBeUndefined();
  });

  test.each(['us-east1', 'europe-west1b', 'europe-west10'])('refuses %s', (location) => {
    expect(locationRefusal(location, REGION)).toEqual({
      property: 'location',
      rule: "must be the network's region (europe-west1) or one of its zones",
      got: location,
    });
  });
});
