import type { TerraformProvider } from 'cdktf';

/** What every construct of this room accepts. */
export interface AwsConstructProps {
  /**
   * Provider of the account and region that the resources are made in.
   *
   * @default - the stack's AWS provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** The account and region that names and policies are written for. */
export interface AwsPlace {
  /** Number of the account, 12 digits. */
  readonly account: string;
  readonly region: string;
}
