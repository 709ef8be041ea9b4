import { closest, distance } from 'fastest-levenshtein';

/** A guess further away than this share of the name is noise, not help. */
const MAX_DISTANCE_SHARE = 0.5;

/** Fewer letters than this are no abbreviation: `prod` means `production`. */
const MIN_ABBREVIATION = 3;

/** The candidate that a misspelt name most likely meant, or undefined where none is near. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const beginnings = candidates.filter((candidate) => candidate.toLowerCase().startsWith(name.toLowerCase()));
  if (name.length >= MIN_ABBREVIATION && beginnings.length === 1) return beginnings[0];
  const lower = candidates.map((candidate) => candidate.toLowerCase());
  const guess = closest(name.toLowerCase(), lower);
  const limit = Math.max(1, Math.floor(Math.max(name.length, guess.length) * MAX_DISTANCE_SHARE));
  return distance(name.toLowerCase(), guess) <= limit ? candidates[lower.indexOf(guess)] : undefined;
}

/** `did you mean 'backend'? (backend, postgres, redis)`, or the list alone where nothing is near. */
export function suggest(name: string, candidates: readonly string[]): string {
  const guess = nearest(name, candidates);
  const list = `(${[...candidates].sort().join(', ')})`;
  return guess === undefined ? `allowed: ${list}` : `did you mean '${guess}'? ${list}`;
}
