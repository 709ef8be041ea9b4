import type { Outcome } from './outcome';

/**
 * Whether a check can tell right from wrong: the sound fixture must pass it and the broken one must not. Without that,
 * a report full of passes says nothing.
 */
export function selfCheck(
  check: string,
  sound: readonly Outcome[],
  broken: readonly Outcome[],
  subject = 'self-check',
): Outcome {
  const refused = sound.filter((outcome) => outcome.status !== 'passed').flatMap((outcome) => outcome.details);
  const accepted = broken.filter((outcome) => outcome.status !== 'failed').map((outcome) => outcome.subject);
  const details = [
    ...(refused.length > 0 ? ['a sound fixture was refused:', ...refused] : []),
    ...accepted.map((subject) => `a broken fixture was accepted: ${subject}`),
  ];
  if (sound.length === 0 || broken.length === 0) details.push('a fixture is missing');
  const status = details.length > 0 ? 'failed' : 'passed';
  return { check, subject, status, details };
}
