import {
  mostProvisionedNodes,
  nodeAutoProvisioning,
  nodeAutoProvisioningRefusals,
  type GkeNodeAutoProvisioning,
} from '../../../../lib/cloud/google/gke/gke-node-auto-provisioning';

const LIMITS: GkeNodeAutoProvisioning = { cpu: { max: 64 }, memoryGib: { min: 8, max: 256 } };

const NODE = {
  serviceAccount: 'nodes@funlynk-prod.iam.gserviceaccount.com',
  oauthScopes: ['https://www.googleapis.com/auth/cloud-platform'],
  bootDiskKmsKey: 'projects/p/key',
  tags: ['main-node'],
  metadata: { 'disable-legacy-endpoints': 'true' },
  shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
  workloadMetadataConfig: { mode: 'GKE_METADATA' },
};

function refusals(options: Partial<GkeNodeAutoProvisioning>): unknown[] {
  const cluster = { location: 'europe-west1', region: 'europe-west1' };
  return nodeAutoProvisioningRefusals({ ...LIMITS, ...options }, cluster).filter((refusal) => refusal !== undefined);
}

describe('nodeAutoProvisioning', () => {
  test('makes nodes as hardened as all others', () => {
    expect(nodeAutoProvisioning(LIMITS, NODE)).toEqual({
      enabled: true,
      resourceLimits: [
        { resourceType: 'cpu', minimum: 0, maximum: 64 },
        { resourceType: 'memory', minimum: 8, maximum: 256 },
      ],
      autoProvisioningDefaults: {
        serviceAccount: NODE.serviceAccount,
        oauthScopes: NODE.oauthScopes,
        bootDiskKmsKey: 'projects/p/key',
        shieldedInstanceConfig: NODE.shieldedInstanceConfig,
        imageType: 'COS_CONTAINERD',
        diskSize: 50,
        diskType: 'pd-balanced',
        management: { autoRepair: true, autoUpgrade: true },
        upgradeSettings: { strategy: 'SURGE', maxSurge: 1, maxUnavailable: 0 },
      },
    });
  });

  test('limits GPUs by type, in order, and takes zones and disks', () => {
    expect(
      nodeAutoProvisioning(
        {
          ...LIMITS,
          gpus: { 'nvidia-tesla-t4': { max: 2 }, 'nvidia-l4': { min: 1, max: 4 } },
          zones: ['europe-west1-c', 'europe-west1-b'],
          diskSizeGib: 100,
          diskType: 'pd-ssd',
        },
        NODE,
      ),
    ).toMatchObject({
      resourceLimits: [
        { resourceType: 'cpu' },
        { resourceType: 'memory' },
        { resourceType: 'nvidia-l4', minimum: 1, maximum: 4 },
        { resourceType: 'nvidia-tesla-t4', minimum: 0, maximum: 2 },
      ],
      autoProvisioningLocations: ['europe-west1-b', 'europe-west1-c'],
      autoProvisioningDefaults: { diskSize: 100, diskType: 'pd-ssd' },
    });
  });

  test('makes a node for two processors at most, and one more to upgrade with', () => {
    expect(mostProvisionedNodes(LIMITS)).toBe(33);
  });
});

describe('nodeAutoProvisioningRefusals', () => {
  test('accept limits', () => {
    expect(refusals({ gpus: { 'nvidia-h100-80gb': { max: 8 } }, zones: ['europe-west1-b'] })).toEqual([]);
  });

  test('refuse limits that are none', () => {
    expect(refusals({ cpu: { max: 0 }, memoryGib: { min: -1, max: 1.5 } })).toEqual([
      { property: 'nodeAutoProvisioning.cpu.max', rule: 'must be a whole number of at least 1', got: 0 },
      { property: 'nodeAutoProvisioning.memoryGib.min', rule: 'must be a whole number of at least 0', got: -1 },
      { property: 'nodeAutoProvisioning.memoryGib.max', rule: 'must be a whole number of at least 1', got: 1.5 },
    ]);
  });

  test('refuse a minimum above the maximum', () => {
    expect(refusals({ cpu: { min: 65, max: 64 } })).toEqual([
      {
        property: 'nodeAutoProvisioning.cpu.min',
        rule: 'must be at most nodeAutoProvisioning.cpu.max (64)',
        got: 65,
      },
    ]);
  });

  test('refuse GPUs that are no type, zones elsewhere and disks too small to boot from', () => {
    expect(refusals({ gpus: { l4: { max: 1 } }, zones: ['us-east1-b'], diskSizeGib: 10 })).toMatchObject([
      { property: 'nodeAutoProvisioning.gpus', rule: 'must be by type, such as nvidia-l4', got: 'l4' },
      { property: 'nodeAutoProvisioning.zones', got: 'us-east1-b' },
      { property: 'nodeAutoProvisioning.diskSizeGib', got: 10 },
    ]);
  });
});
