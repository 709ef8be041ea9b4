import { Token } from 'cdktf';
import { instant, instantRefusal } from '../../../lib/cloud/common/instant';

describe('instant', () => {
  test('reads a moment in UTC', () => {
    expect(instant('1970-01-02T00:00:00Z')).toBe(86_400_000);
    expect(instantRefusal('startTime', '2028-02-29T23:59:59Z')).toBeUndefined();
  });

  test.each(['2026-02-30T00:00:00Z', '2026-01-01T24:00:01Z', '2026-01-01', '2026-01-01T00:00:00+01:00', 'soon'])(
    'refuses %s',
    (text) => {
      expect(instant(text)).toBeUndefined();
      expect(instantRefusal('startTime', text)).toEqual({
        property: 'startTime',
        rule: 'must be a moment in UTC such as 2025-01-04T02:00:00Z',
        got: text,
      });
    },
  );

  test('leaves to Terraform what Terraform alone knows', () => {
    const token = Token.asString({ resolve: () => '' });
    expect(instant(token)).toBeUndefined();
    expect(instantRefusal('startTime', token)).toBeUndefined();
  });
});
