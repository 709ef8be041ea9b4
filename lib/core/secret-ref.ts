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

/** Refers to a secret, or to one property of it. */
export function secret(name: string, property?: string): SecretRef {
  return property === undefined ? { secret: name } : { secret: name, property };
}
