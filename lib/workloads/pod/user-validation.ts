import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';
import { hostAccess } from './host-access';
import { podContainers } from './pod-container';

const ROOT = 0;

/** Largest number that Kubernetes takes for a user or a group. */
const MAX_ID = 2 ** 31 - 1;

/** What a workload's properties say wrong of who its containers are. */
export function userRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const mayBeRoot = hostAccess(context)?.root === true;
  return podContainers(context).flatMap(({ prefix, spec: { runAs } }) => {
    if (runAs === undefined) return [];
    const property = `${prefix}runAs`;
    return [
      runAs.user === ROOT && !mayBeRoot
        ? {
            property: `${property}.user`,
            rule: 'must not be root (0); build the image to run as a numbered user',
            got: runAs.user,
          }
        : idRefusal(`${property}.user`, runAs.user),
      runAs.group === undefined ? undefined : idRefusal(`${property}.group`, runAs.group),
    ];
  });
}

function idRefusal(property: string, id: number): Refusal | undefined {
  if (Number.isInteger(id) && id >= 0 && id <= MAX_ID) return undefined;
  return { property, rule: `must be a whole number from 0 to ${MAX_ID}`, got: id };
}
