import { cost, costRefusals, type GkeUsageExport } from '../../../../lib/cloud/google/gke/gke-usage-export';
import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { cluster } from '../fixtures';
import { googleStack, only, PROJECT, REGION, values } from '../synth';

const KEY = KmsKey.fromId('projects/p/key');

function refusals(usageExport: GkeUsageExport): unknown[] {
  return costRefusals({ usageExport }, REGION).filter((refusal) => refusal !== undefined);
}

describe('cost', () => {
  test('is told apart by namespace, and exported nowhere, by default', () => {
    expect(cost({}, undefined)).toEqual({ costManagementConfig: { enabled: true } });
    expect(cost({ costAllocation: false }, undefined)).toEqual({ costManagementConfig: { enabled: false } });
  });

  test('is exported with what was used, and without traffic, unless said otherwise', () => {
    expect(cost({ usageExport: {} }, 'main_usage').resourceUsageExportConfig).toEqual({
      enableNetworkEgressMetering: false,
      enableResourceConsumptionMetering: true,
      bigqueryDestination: { datasetId: 'main_usage' },
    });
    expect(
      cost({ usageExport: { networkEgress: true, consumption: false } }, 'main_usage').resourceUsageExportConfig,
    ).toMatchObject({ enableNetworkEgressMetering: true, enableResourceConsumptionMetering: false });
  });
});

describe('the dataset of usage', () => {
  test('is named after the cluster, encrypted with a key of its own, and written to by GKE', () => {
    const stack = googleStack();
    const made = cluster(stack, { name: 'funlynk-production', usageExport: { expirationDays: 400 } });
    expect(made.usageDatasetId).toBe('funlynk_production_usage');
    expect(only(stack, 'google_bigquery_dataset')).toMatchObject({
      dataset_id: 'funlynk_production_usage',
      project: PROJECT,
      location: REGION,
      default_encryption_configuration: { kms_key_name: expect.stringContaining('key-usage') as unknown },
      default_partition_expiration_ms: 34_560_000_000,
      delete_contents_on_destroy: false,
      lifecycle: { prevent_destroy: true },
      depends_on: [expect.stringMatching(/^google_kms_crypto_key_iam_member\.cluster_Keys_key-usage_bigquery_/)],
    });
    expect(only(stack, 'google_bigquery_dataset_iam_member')).toMatchObject({
      role: 'roles/bigquery.dataEditor',
      member: expect.stringContaining('container-engine-robot') as unknown,
    });
    expect(only(stack, 'google_container_cluster')).toMatchObject({
      resource_usage_export_config: { bigquery_destination: { dataset_id: 'funlynk_production_usage' } },
      depends_on: expect.arrayContaining([
        expect.stringMatching(/^google_bigquery_dataset_iam_member\.cluster_Usage_Writer_/),
      ]) as unknown,
    });
  });

  test('may lie elsewhere, under another name and key, and be destroyed', () => {
    const stack = googleStack();
    cluster(stack, { usageExport: { datasetId: 'costs', location: 'EU', kmsKey: KEY }, deletionProtection: false });
    expect(only(stack, 'google_bigquery_dataset')).toMatchObject({
      dataset_id: 'costs',
      location: 'EU',
      default_encryption_configuration: { kms_key_name: KEY.id },
      delete_contents_on_destroy: true,
      lifecycle: { prevent_destroy: false },
    });
    expect(only(stack, 'google_bigquery_dataset')).not.toHaveProperty('default_partition_expiration_ms');
    expect(values(stack, 'google_kms_crypto_key', 'name')).not.toContain('usage');
  });

  test('is not there by default', () => {
    const stack = googleStack();
    expect(cluster(stack).usageDatasetId).toBeUndefined();
    expect(values(stack, 'google_bigquery_dataset', 'dataset_id')).toEqual([]);
  });
});

describe('costRefusals', () => {
  test.each<GkeUsageExport>([{}, { location: 'EUROPE-WEST1' }, { location: 'EU', kmsKey: KEY }])(
    'accept %j',
    (usage) => {
      expect(refusals(usage)).toEqual([]);
    },
  );

  test('refuse a location that the keys of the cluster are not in', () => {
    expect(refusals({ location: 'EU' })).toEqual([
      {
        property: 'usageExport.location',
        rule: "must be the cluster's region (europe-west1), where its keys are",
        got: 'EU',
        remedy: 'name a key of that location as usageExport.kmsKey',
      },
    ]);
  });

  test('refuse a name and a time that BigQuery would', () => {
    expect(refusals({ datasetId: 'my-usage', expirationDays: 0 })).toEqual([
      { property: 'usageExport.datasetId', rule: 'must be letters, digits and underscores', got: 'my-usage' },
      { property: 'usageExport.expirationDays', rule: 'must be a whole number of at least 1', got: 0 },
    ]);
  });
});
