import type { Finding } from '../core/finding';
import { checkAvailability } from './availability';
import { checkHostConfinement } from './host-confinement';
import { checkIdentities } from './identities';
import { checkImages } from './images';
import { checkIsolation } from './isolation';
import { checkNamespaceLevels } from './namespace-levels';
import type { Check, EnvironmentOutput } from './output';
import { checkPodSecurity } from './pod-security';
import { checkProductionClusters } from './production-clusters';
import { checkQuota } from './quota';
import { checkReferences } from './references';
import { checkSecretValues } from './secret-values';
import { checkStorage } from './storage';
import { checkTerraform } from './terraform';
import { checkTokens } from './tokens';

/** Every check, in the order of the invariants that they hold up. */
export const CHECKS: readonly Check[] = [
  checkSecretValues,
  checkIsolation,
  checkReferences,
  checkTerraform,
  checkIdentities,
  checkTokens,
  checkPodSecurity,
  checkHostConfinement,
  checkNamespaceLevels,
  checkAvailability,
  checkProductionClusters,
  checkImages,
  checkQuota,
  checkStorage,
];

/** Everything that is wrong with what was generated for an environment. */
export function checkEnvironment(output: EnvironmentOutput): readonly Finding[] {
  return CHECKS.flatMap((check) => check(output));
}

export type { Check, ClusterOutput, EnvironmentOutput, TerraformStack } from './output';
