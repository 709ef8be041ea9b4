import { ShieldSubscription } from '../../../../lib/cloud/aws/edge/shield-subscription';
import { build, synth } from '../harness';

const PROPS = { acceptYearlyCommitment: true } as const;

describe('ShieldSubscription', () => {
  test.each([true, false])('goes on for another year, or does not: %s', (autoRenew) => {
    const output = synth((stack) => new ShieldSubscription(stack, 'shield', { ...PROPS, autoRenew }));
    expect(output.one('aws_shield_subscription')).toEqual(
      expect.objectContaining({ auto_renew: autoRenew ? 'ENABLED' : 'DISABLED', skip_destroy: true }),
    );
  });

  test('goes on where nobody says otherwise', () => {
    expect(
      synth((stack) => new ShieldSubscription(stack, 'shield', PROPS)).one('aws_shield_subscription'),
    ).toMatchObject({
      auto_renew: 'ENABLED',
    });
  });

  test('refuses to cost anything before somebody has agreed', () => {
    // As a program would that is not checked by a compiler.
    const acceptYearlyCommitment = JSON.parse('false') as true;
    expect(build((stack) => new ShieldSubscription(stack, 'shield', { acceptYearlyCommitment }))).toThrow(
      "stack/shield: 'acceptYearlyCommitment' must be true: the subscription costs 3000 US dollars a month for a year, got false; or leave it out; Shield Standard protects every account at no price",
    );
  });
});
