import { zoneHomeRegion } from '../../../../lib/cloud/aws/edge/zone-home';

describe('zoneHomeRegion', () => {
  test('is us-east-1, which a provider of another region has to be told', () => {
    expect(zoneHomeRegion({ region: 'us-east-1' })).toEqual({ region: 'us-east-1', resourceRegion: undefined });
    expect(zoneHomeRegion({ region: 'eu-west-1' })).toEqual({ region: 'us-east-1', resourceRegion: 'us-east-1' });
  });
});
