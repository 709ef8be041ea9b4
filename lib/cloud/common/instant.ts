import { Token } from 'cdktf';
import type { Refusal } from '../../core/errors';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** Milliseconds of a moment in UTC, or nothing where it is none, or where Terraform alone knows it. */
export function instant(text: string): number | undefined {
  if (Token.isUnresolved(text) || !INSTANT.test(text)) return undefined;
  const date = new Date(text);
  // A day that no month has, such as 30 February, either does not parse or moves into the next month.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== text.replace('Z', '.000Z')) return undefined;
  return date.getTime();
}

/** Refuses what is no moment in UTC, as RFC 3339 writes it. */
export function instantRefusal(property: string, text: string): Refusal | undefined {
  if (Token.isUnresolved(text) || instant(text) !== undefined) return undefined;
  return { property, rule: 'must be a moment in UTC such as 2025-01-04T02:00:00Z', got: text };
}
