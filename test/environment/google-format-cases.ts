import * as google from '../../lib/environment/google-formats';
import type { FormatCase } from './format-cases';

/** Formats of Google Cloud that a pattern describes, so that one rule answers whatever is wrong. */
export const GOOGLE_PATTERNS: Readonly<Record<Exclude<keyof typeof google, 'instant'>, FormatCase>> = {
  project: {
    format: google.project(),
    rule: 'must be the ID of a Google project: 6 to 30 lower-case letters, digits and dashes',
    accepts: ['shop-1', `a${'b'.repeat(29)}`],
    refuses: ['', 'abcde', `a${'b'.repeat(30)}`, '1abcde', 'abcde-', 'Abcdef', 'abc_def'],
  },
  region: {
    format: google.region(),
    rule: 'must be a Google region such as europe-west1',
    accepts: ['europe-west1', 'northamerica-northeast2', 'europe-west12'],
    refuses: ['', 'europe-west', 'europe-west1-b', 'us-east-1', 'Europe-west1'],
  },
  zone: {
    format: google.zone(),
    rule: 'must be a Google zone such as europe-west1-b',
    accepts: ['europe-west1-b', 'europe-west12-a'],
    refuses: ['', 'europe-west1', 'europe-west1-B', 'europe-west1-bc', 'us-east-1a'],
  },
  member: {
    format: google.member(),
    rule: 'must be an IAM member such as group:platform@example.com',
    accepts: [
      'user:a@b.c',
      'group:a@b.c',
      'serviceAccount:a@p.iam.gserviceaccount.com',
      'principal://iam.apis.com/x',
      'principalSet://iam.apis.com/x',
    ],
    refuses: [
      '',
      'a@b.c',
      'user:a',
      'user:a@',
      'user:a@b@c',
      'user:a @b.c',
      'allUsers',
      'allAuthenticatedUsers',
      'domain:b.c',
      'principal://',
    ],
  },
  machineType: {
    format: google.machineType(),
    rule: 'must be a machine type such as e2-standard-4',
    accepts: ['e2-standard-4', 'e2-micro', 'n2-custom-4-8192'],
    refuses: ['', 'e2', 'e2-', '2e-standard', 'E2-standard-4', 'm7g.large', 'e2--4'],
  },
  gcsBucket: {
    format: google.gcsBucket(),
    rule: 'must be the name of a Cloud Storage bucket: 3 to 63 lower-case letters, digits, dots, dashes and underscores',
    accepts: ['abc', 'a.b-c_1', 'a'.repeat(63)],
    refuses: ['', 'ab', '_ab', 'ab-', 'Abc', 'gs://abc', 'a'.repeat(64)],
  },
  resourceName: {
    format: google.resourceName(),
    rule: 'must be the name of a Google resource: at most 63 lower-case letters, digits and dashes, a letter first',
    accepts: ['a', 'shared-vpc', `a${'b'.repeat(62)}`],
    refuses: ['', '1a', 'a-', 'A', 'a_b', `a${'b'.repeat(63)}`],
  },
  acceleratorType: {
    format: google.acceleratorType(),
    rule: 'must be the type of a GPU such as nvidia-l4',
    accepts: ['nvidia-l4', 'nvidia-tesla-t4', 'nvidia-h100-80gb'],
    refuses: ['', 'l4', 'nvidia', 'nvidia-', 'nvidia-L4', 'amd-mi300'],
  },
  gpuPartition: {
    format: google.gpuPartition(),
    rule: 'must be a size of GPU instances such as 1g.5gb',
    accepts: ['1g.5gb', '7g.80gb'],
    refuses: ['', '1g', '5gb', '1g.5GB', '1g5gb'],
  },
  recurrence: {
    format: google.recurrence(),
    rule: 'must be a recurrence as in RFC 5545 such as FREQ=WEEKLY;BYDAY=SA,SU',
    accepts: ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=SA,SU', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
    refuses: ['', 'weekly', 'FREQ=HOURLY', 'BYDAY=SA;FREQ=WEEKLY', 'FREQ=WEEKLY;', 'FREQ=WEEKLY; BYDAY=SA'],
  },
  cron: {
    format: google.cron(),
    rule: 'must be a schedule as cron writes it such as "0 2 * * *"',
    accepts: ['0 2 * * *', '*/15 * * * *', '0 0 1,15 * 1-5'],
    refuses: ['', '@daily', '0 2 * *', '0 2 * * * *', '0 2 * * MON'],
  },
  securityGroup: {
    format: google.securityGroup(),
    rule: 'must be gke-security-groups@ and a domain such as gke-security-groups@example.com',
    accepts: ['gke-security-groups@example.com'],
    refuses: ['', 'platform@example.com', 'gke-security-groups', 'gke-security-groups@example'],
  },
  imagePattern: {
    format: google.imagePattern(),
    rule: 'must be images of one registry such as docker.io/istio/*',
    accepts: ['docker.io/istio/*', 'gcr.io/google-containers/**', 'quay.io/argoproj/argocd', 'localhost:5000/a/b:v1'],
    refuses: ['', '*', '**', 'nginx', 'docker.io/*/a', 'Docker.io/a'],
  },
  billingAccount: {
    format: google.billingAccount(),
    rule: 'must be a billing account such as 012345-6789AB-CDEF01',
    accepts: ['012345-6789AB-CDEF01'],
    refuses: [
      '',
      '0123456789ABCDEF01',
      '012345-6789AB',
      '012345-6789ab-cdef01',
      'billingAccounts/012345-6789AB-CDEF01',
    ],
  },
  currency: {
    format: google.currency(),
    rule: 'must be a currency such as EUR',
    accepts: ['EUR', 'USD'],
    refuses: ['', 'eur', 'EURO', '€'],
  },
};
