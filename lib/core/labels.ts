/** Value of `app.kubernetes.io/managed-by` on every object, and of `managed-by` on every cloud resource. */
export const MANAGED_BY = 'gantry';

/** Label that tells the pods of one service from those of another; selectors use it and nothing else. */
export const SERVICE_LABEL = 'app.kubernetes.io/name';

/** Label that Kubernetes itself sets on every namespace. */
export const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

/** Label that says which system a service belongs to. */
export const SYSTEM_LABEL = 'app.kubernetes.io/part-of';

/** The recommended labels of an object that belongs to a service of a system. */
export function serviceLabels(system: string, service: string): Readonly<Record<string, string>> {
  return {
    [SERVICE_LABEL]: service,
    [SYSTEM_LABEL]: system,
    'app.kubernetes.io/managed-by': MANAGED_BY,
  };
}

/** The recommended labels of an object that belongs to a system as a whole. */
export function systemLabels(system: string): Readonly<Record<string, string>> {
  return { [SYSTEM_LABEL]: system, 'app.kubernetes.io/managed-by': MANAGED_BY };
}

/** Tags (AWS) or labels (Google) of every cloud resource of an environment, for cost and ownership. */
export function cloudLabels(system: string, environment: string): Readonly<Record<string, string>> {
  return { system, environment, 'managed-by': MANAGED_BY };
}
