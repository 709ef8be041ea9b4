import { run, type RunOptions } from './run';

/** Runs on the environments of the folder that the command was given in, as the variable ENVIRONMENTS narrows them. */
export function main(trees: RunOptions['trees']): void {
  const pattern = process.env['ENVIRONMENTS'];
  process.exitCode = run({
    root: '.',
    ...(pattern === undefined ? {} : { pattern }),
    today: new Date().toISOString().slice(0, 10),
    trees,
    print: (text) => process.stderr.write(`${text}\n`),
  });
}
