import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { replicationRefusals, secretReplication } from '../../../../lib/cloud/google/secrets/secret-replication';

const KEY = KmsKey.fromId('projects/p/locations/global/keyRings/r/cryptoKeys/k');

describe('secretReplication', () => {
  test('is in the regions given unless it is told to be automatic', () => {
    expect(secretReplication({ regions: ['b', 'a'] })).toEqual(
      secretReplication({ replication: 'userManaged', regions: ['a', 'b'] }),
    );
    expect(secretReplication({ replication: 'automatic' })).toEqual({ auto: {} });
  });

  test('is encrypted with the key of each region, or with the one that is everywhere', () => {
    const customerManagedEncryption = { kmsKeyName: KEY.id };
    expect(secretReplication({ regions: ['a'], kmsKeys: { a: KEY } })).toEqual({
      userManaged: { replicas: [{ location: 'a', customerManagedEncryption }] },
    });
    expect(secretReplication({ replication: 'automatic', kmsKey: KEY })).toEqual({
      auto: { customerManagedEncryption },
    });
  });
});

describe('replicationRefusals', () => {
  test('are none for what Secret Manager takes', () => {
    expect(replicationRefusals({ regions: ['a'], kmsKeys: { a: KEY } }).filter(Boolean)).toEqual([]);
    expect(replicationRefusals({ replication: 'automatic', kmsKey: KEY }).filter(Boolean)).toEqual([]);
  });

  test('tell of keys that are missing and of keys that are not used, both at once', () => {
    const found = replicationRefusals({ regions: ['a'], kmsKeys: { b: KEY } }).filter(Boolean);
    expect(found.map((refusal) => refusal?.rule)).toEqual([
      'must hold a key for every region (missing: a)',
      'must hold keys of the secret’s own regions',
    ]);
  });
});
