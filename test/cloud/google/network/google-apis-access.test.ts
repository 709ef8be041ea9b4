import { googleApisRange } from '../../../../lib/cloud/google/network/google-apis-access';
import { resources, values } from '../synth';
import { networkStack } from './networks';

const ZONE = 'google_dns_managed_zone';
const RECORD = 'google_dns_record_set';

describe('private access to Google’s APIs', () => {
  test('is by public addresses of its own accord', () => {
    expect(resources(networkStack(), ZONE)).toEqual({});
  });

  test('has zones of its own for APIs, images and control planes, seen in this network alone', () => {
    const stack = networkStack({ privateGoogleApis: 'private' });
    expect(values(stack, ZONE, 'dns_name')).toEqual(['gcr.io.', 'gke.goog.', 'googleapis.com.', 'pkg.dev.']);
    expect(new Set(values(stack, ZONE, 'visibility'))).toEqual(new Set(['private']));
  });

  test.each([
    ['restricted', 4],
    ['private', 8],
  ] as const)('answers with the %s addresses', (privateGoogleApis, first) => {
    const records = Object.values(resources(networkStack({ privateGoogleApis }), RECORD));
    const addresses = [0, 1, 2, 3].map((index) => `199.36.153.${first + index}`);
    const find = (name: string) => records.find((record) => record['name'] === name);
    expect(find(`${privateGoogleApis}.googleapis.com.`)).toMatchObject({ type: 'A', rrdatas: addresses });
    expect(find('*.googleapis.com.')).toMatchObject({
      type: 'CNAME',
      rrdatas: [`${privateGoogleApis}.googleapis.com.`],
    });
    expect(find('pkg.dev.')).toMatchObject({ type: 'A', rrdatas: addresses });
    expect(find('*.pkg.dev.')).toMatchObject({ type: 'CNAME', rrdatas: ['pkg.dev.'] });
  });

  test.each([
    ['restricted', '199.36.153.4/30'],
    ['private', '199.36.153.8/30'],
  ] as const)('is in the range of the %s addresses', (access, range) => {
    expect(googleApisRange(access)).toBe(range);
  });
});
