import { Token } from 'cdktf';
import { emailRefusals } from '../../../../lib/cloud/aws/operations/email';

const refused = (emails: readonly string[]) => emailRefusals('emails', emails).flatMap((refusal) => refusal ?? []);

describe('addresses', () => {
  test('may be any that mail can be sent to, and tokens', () => {
    expect(refused(['a@example.com', 'first.last+alarms@sub.example.co', Token.asString({ known: 'later' })])).toEqual(
      [],
    );
  });

  test.each(['oncall', 'on call@example.com', '@example.com', 'a@b', 'a@b@example.com'])('cannot be %p', (email) => {
    expect(refused([email])).toEqual([
      { property: 'emails', rule: 'must hold addresses such as oncall@example.com', got: email },
    ]);
  });

  test('cannot be named twice', () => {
    expect(refused(['a@example.com', 'b@example.com', 'a@example.com'])).toEqual([
      { property: 'emails', rule: 'must name each address once', got: 'a@example.com' },
    ]);
  });
});
