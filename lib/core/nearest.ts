import { distance } from 'fastest-levenshtein';

/** A guess further away than this share of the name is noise, not help. */
const MAX_DISTANCE_SHARE = 0.5;

/** Fewer letters than this are no abbreviation: `prod` means `production`. */
const MIN_ABBREVIATION = 3;

/** The candidate that a misspelt name most likely meant, or undefined where none is near. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const beginnings = candidates.filter((candidate) => candidate.toLowerCase().startsWith(wanted));
  if (name.length >= MIN_ABBREVIATION && beginnings.length === 1) return beginnings[0];
  const [guess] = candidates
    .map((candidate) => ({ candidate, slips: countSlips(wanted, candidate.toLowerCase()) }))
    .sort((left, right) => left.slips - right.slips);
  if (guess === undefined) return undefined;
  const limit = Math.max(1, Math.floor(Math.max(name.length, guess.candidate.length) * MAX_DISTANCE_SHARE));
  return guess.slips <= limit ? guess.candidate : undefined;
}

/** `did you mean 'backend'? (backend, postgres, redis)`, or the list alone where nothing is near. */
export function suggest(name: string, candidates: readonly string[]): string {
  const guess = nearest(name, candidates);
  const list = `(${[...candidates].sort().join(', ')})`;
  return guess === undefined ? `allowed: ${list}` : `did you mean '${guess}'? ${list}`;
}

/** Letters to add, drop or replace; two swapped letters are one slip, where they are the first to differ. */
function countSlips(name: string, candidate: string): number {
  const at = [...name].findIndex((letter, index) => letter !== candidate.charAt(index));
  const swapped = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  return at < 0 ? distance(name, candidate) : Math.min(distance(name, candidate), 1 + distance(swapped, candidate));
}
