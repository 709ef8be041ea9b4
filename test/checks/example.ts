import { checkEnvironment, type EnvironmentOutput } from '../../lib/checks';

/** The example of lib/checks/README.md, word for word between the two marks. */
export function example(output: EnvironmentOutput): readonly string[] {
  // README begins
  const report = checkEnvironment(output)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, resource, path, message }) => `${path}: ${resource} ${message} (${rule})`);
  // README ends
  return report;
}
