import {
  regionRefusal,
  routingRefusals,
  type RoutingPolicy,
  routingSettings,
} from '../../../../lib/cloud/aws/edge/routing-policy';

function refused(routing: RoutingPolicy) {
  return routingRefusals('routing', routing).find((refusal) => refusal !== undefined);
}

describe('routing', () => {
  test('is nothing where there is one record', () => {
    expect(routingSettings(undefined)).toEqual({});
    expect(routingRefusals('routing', undefined)).toEqual([]);
  });

  test.each<[RoutingPolicy, Readonly<Record<string, unknown>>]>([
    [{ policy: 'weighted', setIdentifier: 'a', weight: 10 }, { weightedRoutingPolicy: { weight: 10 } }],
    [{ policy: 'latency', setIdentifier: 'a', region: 'eu-west-1' }, { latencyRoutingPolicy: { region: 'eu-west-1' } }],
    [{ policy: 'failover', setIdentifier: 'a', type: 'PRIMARY' }, { failoverRoutingPolicy: { type: 'PRIMARY' } }],
    [{ policy: 'multivalue', setIdentifier: 'a' }, { multivalueAnswerRoutingPolicy: true }],
    [{ policy: 'geolocation', setIdentifier: 'a', location: '*' }, { geolocationRoutingPolicy: { country: '*' } }],
    [
      { policy: 'geolocation', setIdentifier: 'a', location: { continent: 'EU' } },
      { geolocationRoutingPolicy: { continent: 'EU' } },
    ],
    [
      { policy: 'geolocation', setIdentifier: 'a', location: { country: 'DE' } },
      { geolocationRoutingPolicy: { country: 'DE' } },
    ],
    [
      { policy: 'geolocation', setIdentifier: 'a', location: { country: 'US-WA' } },
      { geolocationRoutingPolicy: { country: 'US', subdivision: 'WA' } },
    ],
  ])('is one of those that Route 53 has: %j', (routing, settings) => {
    expect(routingSettings(routing)).toEqual({ setIdentifier: 'a', ...settings });
    expect(refused(routing)).toBeUndefined();
  });

  test.each<[RoutingPolicy, string, string]>([
    [{ policy: 'weighted', setIdentifier: 'a', weight: 256 }, 'routing.weight', 'must be a whole number from 0 to 255'],
    [
      { policy: 'latency', setIdentifier: 'a', region: 'us-east-1a' },
      'routing.region',
      'must be a region such as us-east-1',
    ],
    [
      { policy: 'geolocation', setIdentifier: 'a', location: { country: 'DE-BY' } },
      'routing.location.country',
      'must be a country such as DE, or a part of Canada, Ukraine or the United States such as US-WA',
    ],
    [{ policy: 'multivalue', setIdentifier: '' }, 'routing.setIdentifier', 'must be from 1 to 128 characters'],
  ])('is refused where Route 53 would: %j', (routing, property, rule) => {
    expect(refused(routing)).toMatchObject({ property, rule });
  });

  test('knows regions of more than two words', () => {
    expect(regionRefusal('region', 'ap-southeast-1')).toBeUndefined();
    expect(regionRefusal('region', 'us-gov-west-1')).toBeUndefined();
    expect(regionRefusal('region', 'Europe')).toMatchObject({ got: 'Europe' });
  });
});
