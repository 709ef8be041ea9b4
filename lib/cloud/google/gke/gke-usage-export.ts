import { BigqueryDataset } from '@cdktf/provider-google/lib/bigquery-dataset';
import { BigqueryDatasetIamMember } from '@cdktf/provider-google/lib/bigquery-dataset-iam-member';
import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { Token, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { IKmsKey } from '../keys/kms-key';
import { ServiceAgents } from '../service-agents';

const MS_PER_DAY = 86_400_000;
/** https://cloud.google.com/bigquery/docs/datasets#dataset-naming */
const MAX_DATASET_ID = 1024;

/** Records of what each namespace asked for and used, in BigQuery. */
export interface GkeUsageExport {
  /**
   * Whether what was used is recorded, beside what was asked for.
   *
   * @default true
   */
  readonly consumption?: boolean;
  /**
   * Whether traffic that leaves the cluster is metered, by a privileged agent on each node.
   *
   * @default false
   */
  readonly networkEgress?: boolean;
  /**
   * Name of the dataset, unique in the project.
   *
   * @default - the cluster's name, with underscores, and `_usage`
   */
  readonly datasetId?: string;
  /**
   * Region, or multi-region such as `EU`, of the dataset.
   *
   * @default - the cluster's region
   */
  readonly location?: string;
  /**
   * Days that records are kept.
   *
   * @default - for ever
   */
  readonly expirationDays?: number;
  /**
   * Key that records are encrypted with; one of the dataset's own location, which `bigquery` may use.
   *
   * @default - a key `usage` on the cluster's ring
   */
  readonly kmsKey?: IKmsKey;
}

/** The part of a cluster's options that has to do with what it costs, and whom. */
export interface GkeCostOptions {
  /**
   * Whether the billing export tells clusters and namespaces apart.
   *
   * @default true
   */
  readonly costAllocation?: boolean;
  /**
   * Export of what each namespace asked for and used to BigQuery.
   *
   * @default - none
   */
  readonly usageExport?: GkeUsageExport;
}

/** What is told of a cluster's cost, as the provider writes it. */
export function cost(options: GkeCostOptions, datasetId: string | undefined): Partial<ContainerClusterConfig> {
  const { costAllocation = true, usageExport } = options;
  return {
    costManagementConfig: { enabled: costAllocation },
    ...(usageExport === undefined || datasetId === undefined
      ? {}
      : {
          resourceUsageExportConfig: {
            enableNetworkEgressMetering: usageExport.networkEgress ?? false,
            enableResourceConsumptionMetering: usageExport.consumption ?? true,
            bigqueryDestination: { datasetId },
          },
        }),
  };
}

/** Refuses a dataset that BigQuery would, and one that the cluster's key cannot reach. */
export function costRefusals({ usageExport }: GkeCostOptions, region: string): (Refusal | undefined)[] {
  if (usageExport === undefined) return [];
  const { datasetId, location = region, expirationDays, kmsKey } = usageExport;
  const property = 'usageExport';
  return [
    datasetId === undefined || Token.isUnresolved(datasetId) || isDatasetId(datasetId)
      ? undefined
      : { property: `${property}.datasetId`, rule: 'must be letters, digits and underscores', got: datasetId },
    expirationDays === undefined
      ? undefined
      : wholeNumberRefusal(`${property}.expirationDays`, expirationDays, { min: 1 }),
    kmsKey === undefined && location.toLowerCase() !== region
      ? {
          property: `${property}.location`,
          rule: `must be the cluster's region (${region}), where its keys are`,
          got: location,
          remedy: `name a key of that location as ${property}.kmsKey`,
        }
      : undefined,
  ];
}

/** Properties for `GkeUsageDataset`. */
export interface GkeUsageDatasetProps extends Pick<GkeUsageExport, 'datasetId' | 'expirationDays'> {
  /** Project id of the cluster. */
  readonly project: string;
  readonly clusterName: string;
  /** Region or multi-region of the dataset. */
  readonly location: string;
  /** Key that records are encrypted with. */
  readonly kmsKey: IKmsKey;
  /** Whether Terraform refuses to destroy the dataset with its records. */
  readonly deletionProtection: boolean;
}

/** The dataset that GKE writes a cluster's usage to. Who may read it is for the project's own policy to say. */
export class GkeUsageDataset extends Construct {
  public readonly datasetId: string;
  /** What has to exist before GKE can write; depend on these. */
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: GkeUsageDatasetProps) {
    super(scope, id);

    const { project, location, kmsKey, expirationDays, deletionProtection } = props;
    this.datasetId = props.datasetId ?? `${props.clusterName.replaceAll('-', '_')}_usage`;
    const dataset = new BigqueryDataset(this, 'Resource', {
      ...{ project, location, datasetId: this.datasetId },
      description: `What namespaces of ${props.clusterName} asked for and used`,
      defaultEncryptionConfiguration: { kmsKeyName: kmsKey.id },
      ...(expirationDays === undefined ? {} : { defaultPartitionExpirationMs: expirationDays * MS_PER_DAY }),
      deleteContentsOnDestroy: !deletionProtection,
      dependsOn: [...kmsKey.grants],
      lifecycle: { preventDestroy: deletionProtection },
    });
    const agents = new ServiceAgents(this, 'Agents', { project });
    const writer = new BigqueryDatasetIamMember(this, 'Writer', {
      project,
      datasetId: dataset.datasetId,
      role: 'roles/bigquery.dataEditor',
      member: agents.member('container-engine'),
    });
    this.dependables = [dataset, writer];
  }
}

function isDatasetId(text: string): boolean {
  return /^\w+$/.test(text) && text.length <= MAX_DATASET_ID;
}
