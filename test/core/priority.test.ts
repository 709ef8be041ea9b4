import { isDnsLabel } from '../../lib/core/names';
import { PRIORITIES, PRIORITY_CLASSES, priorityClassName } from '../../lib/core/priority';

/** Kubernetes keeps what is higher for its own pods. */
const HIGHEST = 1_000_000_000;

test('priorities go down from the first to the last, below those of Kubernetes itself', () => {
  const values = PRIORITIES.map((priority) => PRIORITY_CLASSES[priority].value);
  expect(values).toEqual([...values].sort((a, b) => b - a));
  expect(Math.max(...values)).toBeLessThan(HIGHEST);
});

test('the lowest priority comes after pods without a class, and pushes nobody out', () => {
  expect(PRIORITY_CLASSES.low).toMatchObject({ preemptionPolicy: 'Never' });
  expect(PRIORITY_CLASSES.low.value).toBeLessThan(0);
});

test.each(PRIORITIES)('Kubernetes accepts the name of the class %s', (priority) => {
  expect(isDnsLabel(priorityClassName(priority))).toBe(true);
});
