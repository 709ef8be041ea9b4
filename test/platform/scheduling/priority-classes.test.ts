import { PRIORITIES, type Priority } from '../../../lib/core/priority';
import { PriorityClasses } from '../../../lib/platform/scheduling/priority-classes';
import { synth, type Objects } from '../../support/manifests';

function classes(...priorities: readonly Priority[]): Objects {
  return synth((chart) => new PriorityClasses(chart, 'classes', { priorities }));
}

describe('PriorityClasses', () => {
  test('are those that are used, each once, whatever the order', () => {
    expect(classes('standard', 'critical', 'standard').names('PriorityClass')).toEqual([
      'priority-critical',
      'priority-standard',
    ]);
  });

  test('are none where nothing has a priority', () => {
    expect(classes().all).toEqual([]);
  });

  test('push lower ones out', () => {
    expect(classes('critical').one('PriorityClass')).toMatchObject({
      value: 1_000_000,
      preemptionPolicy: 'PreemptLowerPriority',
      description: 'Without it the system as a whole is down: databases, quorums.',
    });
  });

  test('push nobody out at the bottom, below pods without a class', () => {
    expect(classes('low').one('PriorityClass')).toMatchObject({ value: -1000, preemptionPolicy: 'Never' });
  });

  test.each(PRIORITIES)('are no default for pods without one: %s', (priority) => {
    expect(classes(priority).one('PriorityClass')).not.toHaveProperty('globalDefault');
  });
});
