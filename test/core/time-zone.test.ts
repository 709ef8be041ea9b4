import { timeZoneRefusal } from '../../lib/core/time-zone';

const RULE = 'must be a time zone as the IANA names it, such as Europe/Berlin';

describe('a time zone', () => {
  test.each([
    'UTC',
    'Etc/UTC',
    'Etc/GMT+5',
    'Europe/Berlin',
    'America/New_York',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Africa/Dar_es_Salaam',
    // Names that Node knows and does not list.
    'Asia/Kolkata',
    'Europe/Kyiv',
    'US/Pacific',
  ])('may be %p', (zone) => {
    expect(timeZoneRefusal('timeZone', zone)).toBeUndefined();
  });

  test.each([
    ['Europe/Berln', 'Europe/Berlin'],
    ['America/NewYork', 'America/New_York'],
    // Kubernetes looks zones up by their case, which Node does not mind.
    ['europe/berlin', 'Europe/Berlin'],
    ['EUROPE/BERLIN', 'Europe/Berlin'],
    ['etc/utc', 'Etc/UTC'],
  ])('is not %p; %p is near', (zone, guess) => {
    expect(timeZoneRefusal('timeZone', zone)).toEqual({
      property: 'timeZone',
      rule: RULE,
      got: zone,
      remedy: `did you mean '${guess}'?`,
    });
  });

  test.each(['', 'Local', '+01:00', 'PST', 'CEST', 'SystemV/PST8PDT', 'Moon/Tranquility_Base_Alpha'])(
    'is not %p',
    (zone) => {
      expect(timeZoneRefusal('start.timeZone', zone)).toMatchObject({
        property: 'start.timeZone',
        rule: RULE,
        got: zone,
      });
    },
  );

  test('that is near to none is refused without a guess', () => {
    expect(timeZoneRefusal('timeZone', 'somewhere in the middle of the Pacific')).toEqual({
      property: 'timeZone',
      rule: RULE,
      got: 'somewhere in the middle of the Pacific',
    });
  });
});
