import { objectLockRefusals } from '../../../../lib/cloud/aws/storage/object-lock';

describe('objectLockRefusals', () => {
  const rules = (days: number) =>
    objectLockRefusals({ mode: 'GOVERNANCE', days }).flatMap((refusal) =>
      refusal === undefined ? [] : [refusal.rule],
    );

  test('are none without a lock, and for a day or a hundred years', () => {
    expect([objectLockRefusals(undefined), rules(1), rules(36_500)]).toEqual([[], [], []]);
  });

  test('take neither no time nor for ever', () => {
    const rule = 'must be a whole number from 1 to 36500';
    expect([rules(0), rules(36_501)]).toEqual([[rule], [rule]]);
  });
});
