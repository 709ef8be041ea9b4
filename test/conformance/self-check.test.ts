import type { Outcome } from './outcome';
import { selfCheck } from './self-check';

function outcome(subject: string, status: Outcome['status']): Outcome {
  return { check: 'terraform', subject, status, details: [`details of ${subject}`] };
}

const SOUND = [outcome('sound', 'passed')];
const BROKEN = [outcome('one', 'failed'), outcome('two', 'failed')];

test('a check that passes the sound and refuses every broken fixture passes', () => {
  expect(selfCheck('terraform', SOUND, BROKEN)).toMatchObject({ status: 'passed', details: [] });
});

test('a check that accepts one broken fixture fails', () => {
  const broken = [outcome('one', 'failed'), outcome('two', 'passed')];
  expect(selfCheck('terraform', SOUND, broken)).toMatchObject({
    status: 'failed',
    details: ['a broken fixture was accepted: two'],
  });
});

test('a check that refuses the sound fixture fails with what it said', () => {
  expect(selfCheck('terraform', [outcome('sound', 'skipped')], BROKEN)).toMatchObject({
    status: 'failed',
    details: ['a sound fixture was refused:', 'details of sound'],
  });
});

test.each([
  ['sound', [], BROKEN],
  ['broken', SOUND, []],
])('a check without a %s fixture fails', (_, sound, broken) => {
  expect(selfCheck('terraform', sound, broken)).toMatchObject({ status: 'failed', details: ['a fixture is missing'] });
});
