import {
  blockedResponseBodies,
  blockedResponseRefusal,
  blockWith,
} from '../../../../lib/cloud/aws/edge/web-acl-blocking';

const RESPONSE = { contentType: 'APPLICATION_JSON', content: '{"error":"blocked"}' } as const;

describe('blocking', () => {
  test('answers with a status, and a body if there is one', () => {
    expect(blockWith(undefined, undefined, false)).toEqual({ block: {} });
    expect(blockWith(undefined, 429, false)).toEqual({ block: { customResponse: { responseCode: 429 } } });
    expect(blockWith(RESPONSE, undefined, false)).toEqual({
      block: { customResponse: { responseCode: 403, customResponseBodyKey: 'blocked' } },
    });
  });

  test('only counts in preview', () => {
    expect(blockWith(RESPONSE, 429, true)).toEqual({ count: {} });
  });

  test('has one body for all', () => {
    expect(blockedResponseBodies(undefined)).toBeUndefined();
    expect(blockedResponseBodies(RESPONSE)).toEqual([{ key: 'blocked', ...RESPONSE }]);
  });

  test('refuses bodies that are empty or too large', () => {
    expect(blockedResponseRefusal(RESPONSE)).toBeUndefined();
    expect(blockedResponseRefusal({ ...RESPONSE, content: '' })).toMatchObject({ got: 0 });
    expect(blockedResponseRefusal({ ...RESPONSE, content: 'ü'.repeat(2049) })).toEqual({
      property: 'blockedResponse.content',
      rule: 'must be from 1 to 4096 bytes',
      got: 4098,
    });
  });
});
