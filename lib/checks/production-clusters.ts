import type { Finding } from '../core/finding';
import { AWS_REQUIREMENTS } from './aws-requirements';
import { GOOGLE_REQUIREMENTS } from './google-requirements';
import { resources, type EnvironmentOutput } from './output';

const REQUIREMENTS = [...AWS_REQUIREMENTS, ...GOOGLE_REQUIREMENTS];

/** Rules `production-…`: clusters of the production profile are private, encrypted, audited, protected, modest. */
export function checkProductionClusters({ profile, stacks }: EnvironmentOutput): readonly Finding[] {
  if (profile !== 'production') return [];
  return stacks.flatMap((stack) =>
    resources([stack]).flatMap((resource) =>
      REQUIREMENTS.filter(({ type, holds }) => type === resource.type && !holds(resource, stack)).map(
        ({ name, message, remedy }): Finding => ({
          rule: `production-${name}`,
          severity: 'error',
          resource: resource.stack,
          path: resource.path,
          message,
          remedy,
        }),
      ),
    ),
  );
}
