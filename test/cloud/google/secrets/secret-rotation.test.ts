import { rotationRefusals } from '../../../../lib/cloud/google/secrets/secret-rotation';

const rotation = (periodDays: number, nextRotationTime: string) =>
  rotationRefusals({ periodDays, nextRotationTime }).filter(Boolean);

describe('rotationRefusals', () => {
  test.each(['2027-01-15T03:00:00Z'])('accept the time %s', (time) => {
    expect(rotation(1, time)).toEqual([]);
    expect(rotation(36_500, time)).toEqual([]);
  });

  test('tell of a period and of a time, both at once', () => {
    expect(rotation(0, '2027-02-29T00:00:00Z').map((refusal) => refusal?.property)).toEqual([
      'rotation.periodDays',
      'rotation.nextRotationTime',
    ]);
  });
});
