import { BackupPlan, type BackupPlanProps } from '../../../../lib/cloud/google/backup/backup-plan';
import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { cluster as gkeCluster } from '../fixtures';
import { googleStack, only, PROJECT, REGION, resources } from '../synth';

const TYPE = 'google_gke_backup_backup_plan';
const CLUSTER = { project: PROJECT, location: REGION, clusterName: 'main' };

function plan(props: Partial<BackupPlanProps> = {}) {
  const stack = googleStack();
  const made = new BackupPlan(stack, 'plan', { cluster: CLUSTER, name: 'main-nightly', ...props });
  return { stack, made };
}

function attributes(props: Partial<BackupPlanProps> = {}) {
  return only(plan(props).stack, TYPE);
}

describe('BackupPlan', () => {
  test('backs everything up every night, and keeps it for a month', () => {
    expect(attributes()).toMatchSnapshot();
  });

  test('knows its id', () => {
    expect(plan().made).toMatchObject({
      project: PROJECT,
      location: REGION,
      id: 'projects/funlynk-prod/locations/europe-west1/backupPlans/main-nightly',
    });
    expect(BackupPlan.fromName({ project: PROJECT, location: REGION, name: 'main-nightly' })).toEqual({
      project: PROJECT,
      id: plan().made.id,
      dependables: [],
    });
  });

  test('waits for its cluster, and for the services that may use its key', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'backups' });
    new BackupPlan(stack, 'plan', {
      cluster: gkeCluster(stack),
      name: 'main-nightly',
      kmsKey: ring.addKey('backups', { users: ['container-engine', 'gke-backup'] }),
    });
    expect(only(stack, TYPE)).toMatchObject({
      cluster: 'projects/funlynk-prod/locations/europe-west1/clusters/main',
      backup_config: {
        encryption_key: {
          gcp_kms_encryption_key: expect.stringMatching(/^\$\{google_kms_crypto_key\.ring_/) as unknown,
        },
      },
      depends_on: [
        expect.stringMatching(/^google_container_cluster\./),
        expect.stringMatching(/^google_kms_crypto_key_iam_member\.ring_.*container-engine/),
        expect.stringMatching(/^google_kms_crypto_key_iam_member\.ring_.*gke-backup/),
      ],
    });
  });

  test('keeps the backups of a zonal cluster in its region, and of any in another one where told to', () => {
    const zonal = { ...CLUSTER, location: 'europe-west1-b' };
    expect(attributes({ cluster: zonal })).toMatchObject({
      location: REGION,
      cluster: 'projects/funlynk-prod/locations/europe-west1-b/clusters/main',
    });
    expect(attributes({ location: 'europe-west4' })).toMatchObject({ location: 'europe-west4' });
  });

  test('can be told how little may be lost, rather than when', () => {
    const schedule = {
      kind: 'rpo',
      targetRpoMinutes: 240,
      exclusionWindows: [{ startTime: '08:00', durationMinutes: 60, recurrence: { kind: 'daily' } }],
    } as const;
    expect(attributes({ schedule })).toMatchObject({
      backup_schedule: {
        paused: false,
        rpo_config: {
          target_rpo_minutes: 240,
          exclusion_windows: [{ daily: true, duration: '3600s', start_time: { hours: 8, minutes: 0 } }],
        },
      },
    });
  });

  test('has no schedule where backups are made by hand', () => {
    expect(attributes({ schedule: { kind: 'on-demand' } })).not.toHaveProperty('backup_schedule');
  });

  test.each([true, false])('rests, or does not, as paused says: %p', (paused) => {
    expect(attributes({ paused })).toMatchObject({ backup_schedule: { paused } });
  });

  test.each([true, false])('is closed, or is not, as deactivated says: %p', (deactivated) => {
    expect(attributes({ deactivated })).toMatchObject({ deactivated });
  });

  test.each([true, false])('fixes its retention for ever, or does not, as locked says: %p', (locked) => {
    expect(attributes({ locked })).toMatchObject({ retention_policy: { locked } });
  });

  test.each([
    ['includeVolumeData', 'include_volume_data'],
    ['includeSecrets', 'include_secrets'],
    ['permissiveMode', 'permissive_mode'],
  ] as const)('heeds %s both ways', (property, attribute) => {
    expect(attributes({ [property]: true })).toMatchObject({ backup_config: { [attribute]: true } });
    expect(attributes({ [property]: false })).toMatchObject({ backup_config: { [attribute]: false } });
  });

  test('backs up single namespaces, sorted', () => {
    const config = attributes({ namespaces: ['payments', 'orders', 'payments'] })['backup_config'];
    expect(config).toMatchObject({ selected_namespaces: { namespaces: ['orders', 'payments'] } });
    expect(config).not.toHaveProperty('all_namespaces');
  });

  test('locks backups for a week, or for as long as they are kept', () => {
    expect(attributes({ retainDays: 3 })).toMatchObject({
      retention_policy: { backup_retain_days: 3, backup_delete_lock_days: 3 },
    });
    expect(attributes({ retainDays: 90, deleteLockDays: 0 })).toMatchObject({
      retention_policy: { backup_retain_days: 90, backup_delete_lock_days: 0 },
    });
  });

  test('lets operators make backups of this plan', () => {
    const { stack } = plan({ operators: ['group:oncall@example.com', 'group:oncall@example.com'] });
    expect(only(stack, `${TYPE}_iam_member`)).toMatchObject({
      name: expect.stringMatching(/^\$\{google_gke_backup_backup_plan\.plan_/) as unknown,
      role: 'roles/gkebackup.delegatedBackupAdmin',
      member: 'group:oncall@example.com',
    });
    expect(resources(plan().stack, `${TYPE}_iam_member`)).toEqual({});
  });

  test('can be destroyed where protection is off', () => {
    expect(attributes({ deletionProtection: false })).toMatchObject({ lifecycle: { prevent_destroy: false } });
  });

  test('refuses to lock backups for longer than it keeps them', () => {
    expect(() => plan({ retainDays: 7, deleteLockDays: 14 })).toThrow(
      "test/plan: 'deleteLockDays' must be at most retainDays (7), got 14",
    );
  });

  test('refuses to keep more backups than Google does', () => {
    const hourly = { kind: 'cron', cronSchedule: '0 * * * *' } as const;
    expect(() => plan({ schedule: hourly })).toThrow(
      "test/plan: 'retainDays' must be at most 15, which is 360 times the interval of the schedule (60 minutes), got 30; keep them for a shorter time or make them less often",
    );
    expect(() => plan({ schedule: hourly, retainDays: 15 })).not.toThrow();
    expect(() => plan({ schedule: { kind: 'rpo', targetRpoMinutes: 60 }, retainDays: 16 })).toThrow('at most 15');
  });

  test.each([
    ['daily', "'schedule.cronSchedule' must be minute, hour, day, month and weekday in numbers, such as '0 2 * * *'"],
    ['0 2 30 2 *', "'schedule.cronSchedule' must name days that come"],
  ])('refuses the schedule %p', (cronSchedule, message) => {
    expect(() => plan({ schedule: { kind: 'cron', cronSchedule } })).toThrow(
      `test/plan: ${message}, got '${cronSchedule}'`,
    );
  });

  test.each([59, 86_401])('refuses to lose the work of %p minutes', (targetRpoMinutes) => {
    expect(() => plan({ schedule: { kind: 'rpo', targetRpoMinutes }, retainDays: 1 })).toThrow(
      `test/plan: 'schedule.targetRpoMinutes' must be a whole number from 60 to 86400, got ${targetRpoMinutes}`,
    );
  });

  test('refuses to pause a schedule that there is not', () => {
    expect(() => plan({ schedule: { kind: 'on-demand' }, paused: true })).toThrow(
      "test/plan: 'paused' must not be true where backups are made by hand only, got true",
    );
  });

  test('refuses a key of another region', () => {
    const kmsKey = KmsKey.fromId('projects/p/locations/europe-west4/keyRings/r/cryptoKeys/k');
    expect(() => plan({ kmsKey })).toThrow("test/plan: 'kmsKey' must lie in the plan's region (europe-west1), got");
    expect(() => plan({ kmsKey, location: 'europe-west4' })).not.toThrow();
  });

  test('refuses all else that Google would, at once', () => {
    expect(() =>
      plan({
        name: 'Nightly',
        location: 'europe-west1-b',
        retainDays: 366,
        deleteLockDays: 91,
        namespaces: [],
        operators: ['oncall'],
        labels: { Team: 'x' },
      }),
    ).toThrow(
      [
        "test/plan: 'name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Nightly'",
        "test/plan: 'location' must be a region such as europe-west1, got 'europe-west1-b'",
        "test/plan: 'retainDays' must be a whole number from 1 to 365, got 366",
        "test/plan: 'deleteLockDays' must be a whole number from 0 to 90, got 91",
        "test/plan: 'namespaces' must name one namespace at least, got []",
        "test/plan: 'operators' must hold IAM members such as group:platform@example.com, got 'oncall'",
        "test/plan: 'labels.Team' must be lower-case letters, digits, dashes and underscores, up to 63, the key beginning with a letter, got 'x'",
      ].join('\n'),
    );
  });

  test('refuses namespaces that Kubernetes would', () => {
    expect(() => plan({ namespaces: ['orders', 'Payments'] })).toThrow(
      "test/plan: 'namespaces' must be names of up to 63 lower-case letters, digits and dashes, got 'Payments'",
    );
  });
});
