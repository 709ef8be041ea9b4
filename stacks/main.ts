import type { PreviousFolder } from './previous-manifests';
import { run, type RunOptions } from './run';

/**
 * Runs on the environments of the folder that the command was given in, as the variable ENVIRONMENTS narrows them.
 *
 * @param output where a report goes that says that all is well; faults go to standard error
 * @param previous where the manifests lie that the run replaces; nothing is compared where it replaces none
 */
export function main(
  trees: RunOptions['trees'],
  output: NodeJS.WritableStream = process.stdout,
  previous?: PreviousFolder,
): void {
  const pattern = process.env['ENVIRONMENTS'];
  process.exitCode = run({
    root: '.',
    ...(pattern === undefined ? {} : { pattern }),
    today: new Date().toISOString().slice(0, 10),
    trees,
    ...(previous === undefined ? {} : { previous }),
    print: (text, failed) => (failed ? process.stderr : output).write(`${text}\n`),
  });
}
