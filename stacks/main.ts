import { run, type RunOptions } from './run';

/**
 * Runs on the environments of the folder that the command was given in, as the variable ENVIRONMENTS narrows them.
 *
 * @param output where a report goes that says that all is well; faults go to standard error
 */
export function main(trees: RunOptions['trees'], output: NodeJS.WritableStream = process.stdout): void {
  const pattern = process.env['ENVIRONMENTS'];
  process.exitCode = run({
    root: '.',
    ...(pattern === undefined ? {} : { pattern }),
    today: new Date().toISOString().slice(0, 10),
    trees,
    print: (text, failed) => (failed ? process.stderr : output).write(`${text}\n`),
  });
}
