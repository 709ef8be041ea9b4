import { readFileSync } from 'node:fs';

/** The lines of a file between its two marks, without their indentation: what a README quotes. */
export function readmeExample(file: string): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  const begin = lines.findIndex((line) => line.includes('README begins'));
  const end = lines.findIndex((line) => line.includes('README ends'));
  const between = lines.slice(begin + 1, end);
  const indentation = /^ */.exec(between[0] ?? '')?.[0] ?? '';
  return between.map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line)).join('\n');
}
