import type { z } from 'zod';
import { checkedText, text } from './text-format';

export function project(): z.ZodString {
  return text(
    'must be the ID of a Google project: 6 to 30 lower-case letters, digits and dashes',
    /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  );
}

export function region(): z.ZodString {
  return text('must be a Google region such as europe-west1', /^[a-z]+-[a-z]+\d+$/);
}

export function zone(): z.ZodString {
  return text('must be a Google zone such as europe-west1-b', /^[a-z]+-[a-z]+\d+-[a-z]$/);
}

export function member(): z.ZodString {
  return text(
    'must be an IAM member such as group:platform@example.com',
    /^((user|group|serviceAccount):[^@\s]+@[^@\s]+|principal(Set)?:\/\/\S+)$/,
  );
}

export function machineType(): z.ZodString {
  return text('must be a machine type such as e2-standard-4', /^[a-z][a-z0-9]*-[a-z0-9]+(-[a-z0-9]+)*$/);
}

export function gcsBucket(): z.ZodString {
  return text(
    'must be the name of a Cloud Storage bucket: 3 to 63 lower-case letters, digits, dots, dashes and underscores',
    /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/,
  );
}

/** Name of a network, a subnet or a range: an RFC 1035 label. */
export function resourceName(): z.ZodString {
  return text(
    'must be the name of a Google resource: at most 63 lower-case letters, digits and dashes, a letter first',
    /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
  );
}

/** Type of a GPU, as Compute Engine names it. */
export function acceleratorType(): z.ZodString {
  return text('must be the type of a GPU such as nvidia-l4', /^nvidia-[a-z0-9]+(-[a-z0-9]+)*$/);
}

/** Size of the instances that a GPU is parted in. */
export function gpuPartition(): z.ZodString {
  return text('must be a size of GPU instances such as 1g.5gb', /^\d+g\.\d+gb$/);
}

/** A moment, in UTC. */
export function instant(): z.ZodString {
  return checkedText(
    'must be a moment in UTC such as 2025-01-04T02:00:00Z',
    '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
    instantFault,
  );
}

/** How a maintenance window recurs. What the rule amounts to, the cluster checks. */
export function recurrence(): z.ZodString {
  return text(
    'must be a recurrence as in RFC 5545 such as FREQ=WEEKLY;BYDAY=SA,SU',
    /^FREQ=(DAILY|WEEKLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/,
  );
}

/** Minute, hour, day, month and weekday. */
export function cron(): z.ZodString {
  return text('must be a schedule as cron writes it such as "0 2 * * *"', /^([0-9*,/-]+ ){4}[0-7*,/-]+$/);
}

/** The group that GKE asks for the members of groups. */
export function securityGroup(): z.ZodString {
  return text(
    'must be gke-security-groups@ and a domain such as gke-security-groups@example.com',
    /^gke-security-groups@([a-z0-9-]+\.)+[a-z]{2,}$/,
  );
}

/** Images that Binary Authorization lets through: a name, with a wildcard at its end alone. */
export function imagePattern(): z.ZodString {
  return text(
    'must be images of one registry such as docker.io/istio/*',
    /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(\/[a-z0-9._-]+)*\/([a-z0-9._-]+|\*\*?)([@:][\w.:*-]+)?$/,
  );
}

export function billingAccount(): z.ZodString {
  return text('must be a billing account such as 012345-6789AB-CDEF01', /^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$/);
}

export function currency(): z.ZodString {
  return text('must be a currency such as EUR', /^[A-Z]{3}$/);
}

function instantFault(value: string): string | undefined {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
  if (!form.test(value)) return `must be a moment in UTC such as 2025-01-04T02:00:00Z, got '${value}'`;
  const date = new Date(value);
  // A day that no month has, such as 30 February, either does not parse or moves into the next month.
  const real = !Number.isNaN(date.getTime()) && date.toISOString() === value.replace('Z', '.000Z');
  return real ? undefined : `must be a moment of the calendar, got '${value}'`;
}
