import { novacron } from '../../../stacks/novacron/system';

describe('novacron', () => {
  test('is an API over a consensus that nobody else may ask', () => {
    expect(Object.keys(novacron.services)).toEqual(['consensus', 'api']);
    expect(novacron.services['api']?.connectsTo).toEqual([{ service: 'consensus', port: 'client' }]);
  });

  test('shows the API to the world, and not the consensus', () => {
    expect(novacron.services['api']?.exposure).toMatchObject([{ host: 'api', port: 'http' }]);
    expect(novacron.services['consensus']?.exposure).toBeUndefined();
  });
});
