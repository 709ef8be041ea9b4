const PAIRS: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' };

/**
 * What is wrong with a PromQL query, as far as brackets and quotes tell. There is no parser of PromQL among our
 * dependencies; the queries went through Prometheus's own once, when they were written.
 */
export function promqlFault(query: string): string | undefined {
  const open: string[] = [];
  const withoutStrings = query.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if ((withoutStrings.match(/"/g) ?? []).length % 2 === 1) return 'a string does not end';
  for (const sign of withoutStrings) {
    if (Object.values(PAIRS).includes(sign)) open.push(sign);
    else if (PAIRS[sign] !== undefined && open.pop() !== PAIRS[sign]) return `'${sign}' closes nothing`;
  }
  if (open.length > 0) return `'${open.join('')}' is not closed`;
  return /undefined|NaN|\[object/.test(query) ? 'a value is missing' : undefined;
}
