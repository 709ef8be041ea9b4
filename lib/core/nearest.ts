import { closest, distance } from 'fastest-levenshtein';

/** A guess further away than this share of the name is noise, not help. */
const MAX_DISTANCE_SHARE = 0.5;

/** The candidate that a misspelt name most likely meant, or undefined where none is near. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const guess = closest(name.toLowerCase(), [...candidates]);
  const limit = Math.max(1, Math.floor(Math.max(name.length, guess.length) * MAX_DISTANCE_SHARE));
  return distance(name.toLowerCase(), guess.toLowerCase()) <= limit ? guess : undefined;
}

/** `did you mean 'backend'? (backend, postgres, redis)`, or the list alone where nothing is near. */
export function suggest(name: string, candidates: readonly string[]): string {
  const guess = nearest(name, candidates);
  const list = `(${[...candidates].sort().join(', ')})`;
  return guess === undefined ? `allowed: ${list}` : `did you mean '${guess}'? ${list}`;
}
