import { PROFILES } from '../../lib/environment/environment';
import { PROFILE_DEFAULTS } from '../../lib/environment/profiles';

test('every profile has its defaults, and there are no defaults for another', () => {
  expect(Object.keys(PROFILE_DEFAULTS).sort()).toEqual([...PROFILES].sort());
});
