import { addonConfiguration } from '../../../../lib/cloud/aws/add-ons/addon-configuration';

describe('addonConfiguration', () => {
  test('is the same whatever order the keys were written in', () => {
    expect(addonConfiguration({ b: [{ d: 1, c: null }], a: { f: 'x', e: true } })).toBe(
      '{"a":{"e":true,"f":"x"},"b":[{"c":null,"d":1}]}',
    );
  });

  test('keeps the order of lists', () => {
    expect(addonConfiguration({ list: ['b', 'a'] })).toBe('{"list":["b","a"]}');
  });

  test('is nothing where there is nothing to say', () => {
    expect(addonConfiguration({})).toBeUndefined();
  });
});
