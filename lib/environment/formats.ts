import { z } from 'zod';
import { Cidr } from '../core/cidr';
import { DIGEST, TAG } from '../core/image-registry';
import { DNS_LABEL } from '../core/names';
import { checkedText, text } from './text-format';

/** A whole number within bounds. */
export function whole(min: number, max: number): z.ZodInt {
  const rule = `must be a whole number from ${min} to ${max}`;
  return z.int({ error: rule }).min(min, { error: rule }).max(max, { error: rule });
}

/** A choice written as `true` or `false`. */
export function flag(): z.ZodBoolean {
  return z.boolean({ error: 'must be true or false' });
}

/** Text that says something. */
export function prose(rule: string): z.ZodString {
  return text(rule, /\S/);
}

/** Name of a system, an environment, a cluster, a node pool, a service or a volume. */
export function dnsLabel(): z.ZodString {
  const rule = 'must be lower-case letters, digits and dashes, 63 at most, beginning and ending with no dash';
  return text(rule, DNS_LABEL);
}

/** A domain that hosts are made under. */
export function domain(): z.ZodString {
  return text(
    'must be a domain in lower case such as example.com',
    /^(?=.{4,253}$)([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])$/,
  );
}

export function awsAccount(): z.ZodString {
  return text('must be the 12 digits of an AWS account such as "111122223333"', /^\d{12}$/);
}

export function awsRegion(): z.ZodString {
  return text('must be an AWS region such as us-east-1', /^[a-z]{2}(-[a-z]+)+-\d$/);
}

export function awsZone(): z.ZodString {
  return text('must be an availability zone such as us-east-1a', /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/);
}

export function awsRoleArn(): z.ZodString {
  return text(
    'must be the ARN of an IAM role such as arn:aws:iam::111122223333:role/platform-admin',
    /^arn:aws(-cn|-us-gov)?:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  );
}

export function awsMachineType(): z.ZodString {
  return text('must be an EC2 instance type such as m7g.large', /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/);
}

export function kmsKey(): z.ZodString {
  return text(
    'must be the ARN or alias of a KMS key such as alias/terraform-state',
    /^(arn:aws(-cn|-us-gov)?:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+|alias\/[\w/-]+)$/,
  );
}

export function s3Bucket(): z.ZodString {
  return text(
    'must be the name of an S3 bucket: 3 to 63 lower-case letters, digits, dots and dashes',
    /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  );
}

export function kubernetesVersion(): z.ZodString {
  return text('must be a minor version of Kubernetes in quotes such as "1.35"', /^1\.\d{2}$/);
}

/** An IPv4 range whose first address is its own. */
export function cidr(): z.ZodString {
  return checkedText('must be an IPv4 range such as 10.20.0.0/16', '^\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+$', cidrFault);
}

export function labelKey(): z.ZodString {
  return text(
    'must be the key of a Kubernetes label such as example.com/team',
    /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
  );
}

export function labelValue(): z.ZodString {
  return text(
    'must be the value of a Kubernetes label: at most 63 letters, digits, dots, dashes and underscores',
    /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/,
  );
}

export function imageTag(): z.ZodString {
  return text('must be the tag of an image: at most 128 letters, digits, dots, dashes and underscores', TAG);
}

export function imageDigest(): z.ZodString {
  return text('must be the digest of an image: sha256: and 64 hexadecimal digits', DIGEST);
}

export function cpuQuantity(): z.ZodString {
  return text('must be an amount of CPU such as "250m" or "2"', /^(?=.*[1-9])\d+(\.\d+)?m?$/);
}

export function byteQuantity(): z.ZodString {
  return text('must be an amount of bytes such as 512Mi', /^(?=.*[1-9])\d+(\.\d+)?(Ki|Mi|Gi|Ti|k|M|G|T)?$/);
}

export function variableName(): z.ZodString {
  return text(
    'must be the name of an environment variable: letters, digits and underscores',
    /^[A-Za-z_][A-Za-z0-9_]*$/,
  );
}

/** Value of an environment variable; may be empty. */
export function variableValue(): z.ZodString {
  return z.string({ error: 'must be text' });
}

export function email(): z.ZodString {
  return text('must be an address such as oncall@example.com', /^[^@\s]+@([a-z0-9-]+\.)+[a-z]{2,}$/i);
}

export function ruleId(): z.ZodString {
  return text('must be the id of a rule such as image-digest', /^[a-z0-9]+(-[a-z0-9]+)*$/);
}

/** A day of the calendar. */
export function day(): z.ZodString {
  return checkedText('must be a day such as 2027-03-01', '^\\d{4}-\\d{2}-\\d{2}$', dayFault);
}

function cidrFault(value: string): string | undefined {
  try {
    Cidr.parse(value);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function dayFault(value: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return `must be a day such as 2027-03-01, got '${value}'`;
  const date = new Date(`${value}T00:00:00Z`);
  // A day that no month has, such as 30 February, either does not parse or moves into the next month.
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return real ? undefined : `must be a day of the calendar, got '${value}'`;
}
