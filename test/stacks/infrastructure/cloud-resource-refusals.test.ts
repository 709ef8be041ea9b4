import {
  deadLetterNames,
  repeated,
  repeatedQueueRefusals,
  resourceRefusals,
  takenNameRefusals,
} from '../../../stacks/infrastructure/cloud-resource-refusals';

const NOTHING = { buckets: {}, queues: {}, topics: {} };
const BOUNDS = { visibilityTimeoutSeconds: { min: 10, max: 600 }, maxDeliveryAttempts: { min: 1, max: 100 } };

test('numbers that are left out, and those at the bounds, are not refused', () => {
  const queues = {
    mails: {},
    audit: { visibilityTimeoutSeconds: 10, maxDeliveryAttempts: 1 },
    orders: { visibilityTimeoutSeconds: 600, maxDeliveryAttempts: 100 },
  };
  const refusals = resourceRefusals({ ...NOTHING, buckets: { uploads: {}, logs: { expireDays: 1 } }, queues }, BOUNDS);
  expect(refusals.filter((refusal) => refusal !== undefined)).toEqual([]);
});

test('every number that a cloud does not take is refused', () => {
  const queues = { mails: { visibilityTimeoutSeconds: 9, maxDeliveryAttempts: 0 }, audit: {} };
  const refusals = resourceRefusals({ ...NOTHING, buckets: { uploads: { expireDays: 0 } }, queues }, BOUNDS);
  expect(refusals.filter((refusal) => refusal !== undefined)).toEqual([
    { property: 'buckets.uploads.expireDays', rule: 'must be a whole number of at least 1', got: 0 },
    { property: 'queues.mails.visibilityTimeoutSeconds', rule: 'must be a whole number from 10 to 600', got: 9 },
    { property: 'queues.mails.maxDeliveryAttempts', rule: 'must be a whole number from 1 to 100', got: 0 },
  ]);
});

test('names that dead letters take are refused for other queues', () => {
  const taken = deadLetterNames({ ...NOTHING, queues: { mails: {} } }, (queue) => `${queue}-dead-letter`);
  expect(taken).toEqual({ 'mails-dead-letter': 'the dead letters of mails' });
  expect(takenNameRefusals('queues', ['mails', 'mails-dead-letter'], taken)).toEqual([
    {
      property: 'queues.mails-dead-letter',
      rule: 'must not be called as the dead letters of mails would be',
      got: 'mails-dead-letter',
    },
  ]);
});

test('a name that every object in JavaScript knows is nobody’s', () => {
  expect(takenNameRefusals('topics', ['constructor'], {})).toEqual([]);
});

test('a topic names each queue once', () => {
  const topics = { orders: { queues: ['mails', 'audit', 'mails', 'mails'] }, refunds: { queues: ['mails'] } };
  expect(repeatedQueueRefusals({ ...NOTHING, topics })).toEqual([
    { property: 'topics.orders.queues', rule: 'must name each queue once', got: 'mails' },
  ]);
});

test('what is repeated is told once', () => {
  expect(repeated(['a', 'b', 'a', 'a', 'c', 'c'])).toEqual(['a', 'c']);
});
