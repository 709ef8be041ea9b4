/**
 * Where a secret value is kept. Gantry knows references only: there is no type that holds a value, so no
 * value can reach a Terraform state or a Git repository.
 */
export interface SecretRef {
  /** Name of the secret in the environment's secret store, such as `database`. */
  readonly secret: string;
  /**
   * Property inside the secret, where it holds a JSON object.
   *
   * @default - the whole value
   */
  readonly property?: string;
}

/** One key of a Kubernetes Secret that somebody else makes in the workload's namespace, such as an operator. */
export interface KubernetesSecretRef {
  readonly kubernetesSecret: string;
  readonly key: string;
}

/** A secret that pods use: fetched from the secret store, or there already. */
export type SecretSource = SecretRef | KubernetesSecretRef;

/** Refers to a secret, or to one property of it. */
export function secret(name: string, property?: string): SecretRef {
  return property === undefined ? { secret: name } : { secret: name, property };
}

/** Refers to one key of a Kubernetes Secret that somebody else makes. */
export function kubernetesSecret(name: string, key: string): KubernetesSecretRef {
  return { kubernetesSecret: name, key };
}

/** Whether a secret is fetched from the secret store. */
export function isStored(source: SecretSource): source is SecretRef {
  return 'secret' in source;
}
