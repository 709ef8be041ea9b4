import { EcrRegistryScanningConfiguration } from '@cdktf/provider-aws/lib/ecr-registry-scanning-configuration';
import { Inspector2Enabler } from '@cdktf/provider-aws/lib/inspector2-enabler';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { accountRefusal } from './account-principal';

const MAX_FILTERS = 100;

/** Who scans: Amazon Inspector, which knows packages of languages too and scans again, or ECR itself. */
export type ScanType = 'ENHANCED' | 'BASIC';

/** Properties for `RegistryScanning`. */
export interface RegistryScanningProps extends AwsConstructProps, AwsPlace {
  /**
   * Amazon Inspector or ECR itself. Inspector takes money for each image and each repeated scan.
   *
   * @default 'ENHANCED'
   */
  readonly scanType?: ScanType;
  /**
   * Repositories whose images are scanned as they come, and again with each vulnerability that becomes known: names, or
   * patterns such as `funlynk-*`. For `'ENHANCED'` alone.
   *
   * @default ['*'] where `scanType` is 'ENHANCED' and there is no `scanOnPush`, else []
   */
  readonly continuousScan?: readonly string[];
  /**
   * Repositories whose images are scanned once, as they come: names, or patterns such as `funlynk-*`.
   *
   * @default ['*'] where `scanType` is 'BASIC', else []
   */
  readonly scanOnPush?: readonly string[];
  /**
   * Whether Terraform also switches Inspector on for ECR, and off again where this construct goes. By itself ECR switches
   * it on, with the rights of whoever applies.
   *
   * @default false
   */
  readonly enableInspector?: boolean;
}

/**
 * How the images of a registry are scanned for known vulnerabilities. There is one in each account and region: a second
 * one would overwrite the first. It overrides `scanOnPush` of the repositories; what no pattern names is not scanned.
 *
 * Throws a `ConstructError` where a pattern is none, or ECR itself is to scan continuously.
 */
export class RegistryScanning extends Construct {
  public readonly scanType: ScanType;

  constructor(scope: Construct, id: string, props: RegistryScanningProps) {
    super(scope, id);
    const { provider, account, scanType = 'ENHANCED', enableInspector = false } = props;
    const filters = scanFilters(props);
    refuse(this.node.path, [accountRefusal('account', account), ...scanRefusals(props)]);

    const inspector = enableInspector
      ? [new Inspector2Enabler(this, 'Inspector', { provider, accountIds: [account], resourceTypes: ['ECR'] })]
      : undefined;
    new EcrRegistryScanningConfiguration(this, 'Resource', {
      provider,
      scanType,
      rule: [...rule('CONTINUOUS_SCAN', filters.continuousScan), ...rule('SCAN_ON_PUSH', filters.scanOnPush)],
      dependsOn: inspector,
    });

    this.scanType = scanType;
  }
}

interface ScanFilters {
  readonly continuousScan: readonly string[];
  readonly scanOnPush: readonly string[];
}

function scanFilters({ scanType = 'ENHANCED', continuousScan, scanOnPush }: RegistryScanningProps): ScanFilters {
  if (scanType === 'BASIC') return { continuousScan: continuousScan ?? [], scanOnPush: scanOnPush ?? ['*'] };
  return { continuousScan: continuousScan ?? (scanOnPush === undefined ? ['*'] : []), scanOnPush: scanOnPush ?? [] };
}

function rule(scanFrequency: string, filters: readonly string[]) {
  if (filters.length === 0) return [];
  const repositoryFilter = [...new Set(filters)].sort().map((filter) => ({ filter, filterType: 'WILDCARD' }));
  return [{ scanFrequency, repositoryFilter }];
}

function scanRefusals(props: RegistryScanningProps): (Refusal | undefined)[] {
  const { scanType = 'ENHANCED', enableInspector = false } = props;
  const { continuousScan, scanOnPush } = scanFilters(props);
  const basic = scanType === 'BASIC';
  const remedy = "make scanType 'ENHANCED', or leave it out";
  return [
    basic && continuousScan.length > 0
      ? { property: 'continuousScan', rule: "must not be given where scanType is 'BASIC'", got: continuousScan, remedy }
      : undefined,
    basic && enableInspector
      ? { property: 'enableInspector', rule: "must not be true where scanType is 'BASIC'", got: true, remedy }
      : undefined,
    ...filterRefusals('continuousScan', continuousScan),
    ...filterRefusals('scanOnPush', scanOnPush),
  ];
}

function filterRefusals(property: string, filters: readonly string[]): (Refusal | undefined)[] {
  return [
    filters.length > MAX_FILTERS
      ? { property, rule: `must name ${MAX_FILTERS} patterns at most`, got: filters.length }
      : undefined,
    ...filters.map((got) =>
      /^[0-9a-z*](?:[0-9a-z_./*-]?[0-9a-z*]+)*$/.test(got) && got.length <= 256
        ? undefined
        : { property, rule: 'must be names of repositories, or patterns with a *', got },
    ),
  ];
}
