import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const FIFO_LENGTH = '.fifo'.length;

/**
 * Refuses a name that SQS or SNS would, and a token: policies and dead letters are called after the name.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html
 * https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 */
export function messageNameRefusal(
  property: string,
  name: string,
  { maxLength, fifo }: { readonly maxLength: number; readonly fifo: boolean },
): Refusal | undefined {
  if (Token.isUnresolved(name)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  const room = fifo ? maxLength - FIFO_LENGTH : maxLength;
  if (/^[\w-]+$/.test(name) && name.length <= room) return undefined;
  return {
    property,
    rule: `must be up to ${room} letters, digits, dashes and underscores`,
    got: name,
    ...(name.endsWith('.fifo') ? { remedy: 'leave .fifo out, which fifo puts there' } : {}),
  };
}
