import { Token } from 'cdktf';
import { messageNameRefusal } from '../../../../lib/cloud/aws/messaging/message-name';

const refused = (name: string, fifo = false) => messageNameRefusal('queueName', name, { maxLength: 80, fifo });

describe('messageNameRefusal', () => {
  test('takes what SQS takes, with room for .fifo where that comes', () => {
    expect([refused('Orders_1-a'), refused('a'.repeat(80)), refused('a'.repeat(75), true)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('refuses other characters, and names that are too long', () => {
    const rule = 'must be up to 80 letters, digits, dashes and underscores';
    expect([refused(''), refused('a b'), refused('a'.repeat(81))].map((refusal) => refusal?.rule)).toEqual([
      rule,
      rule,
      rule,
    ]);
    expect(refused('a'.repeat(76), true)?.rule).toBe('must be up to 75 letters, digits, dashes and underscores');
  });

  test('tells who wrote .fifo to leave it out', () => {
    expect(refused('orders.fifo', true)?.remedy).toBe('leave .fifo out, which fifo puts there');
  });

  test('has to know the name', () => {
    expect(refused(Token.asString({ resolve: () => 'later' }))?.rule).toBe('must be known at synthesis');
  });
});
