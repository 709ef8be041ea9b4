const GAP = '  ';

export function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(seconds < 0.1 ? 3 : 2)} s`;
}

export function formatMebibytes(mebibytes: number): string {
  return `${mebibytes.toFixed(mebibytes < 10 ? 1 : 0)} MiB`;
}

/** A whole number with a blank between thousands. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** Says whether a goal is met. */
export function formatGoal(goal: string, isMet: boolean): string {
  return `${GAP}${goal}: ${isMet ? 'met' : 'MISSED'}\n`;
}

/** Lays rows out in columns: the first to the left, the others, which are numbers, to the right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<readonly number[]>(
    (sofar, row) => row.map((cell, column) => Math.max(cell.length, sofar[column] ?? 0)),
    [],
  );
  return rows
    .map((row) => row.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join(GAP))
    .map((line) => `${GAP}${line.trimEnd()}\n`)
    .join('');
}

function pad(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
