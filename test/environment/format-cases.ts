import type { z } from 'zod';
import * as formats from '../../lib/environment/formats';

/** A format, the rule that it answers with, and values on both sides of its edges. */
export interface FormatCase {
  readonly format: z.ZodType;
  readonly rule: string;
  readonly accepts: readonly string[];
  readonly refuses: readonly string[];
}

/** Formats that a pattern describes, so that one rule answers whatever is wrong. */
export const PATTERNS: Readonly<
  Record<Exclude<keyof typeof formats, 'whole' | 'flag' | 'prose' | 'cidr' | 'day' | 'variableValue'>, FormatCase>
> = {
  dnsLabel: {
    format: formats.dnsLabel(),
    rule: 'must be lower-case letters, digits and dashes, 63 at most, beginning and ending with no dash',
    accepts: ['a', '0', 'us-east-1', 'a'.repeat(63)],
    refuses: ['', 'A', '-a', 'a-', 'a.b', 'a_b', 'a'.repeat(64)],
  },
  domain: {
    format: formats.domain(),
    rule: 'must be a domain in lower case such as example.com',
    accepts: ['a.io', 'shop.example.com', 'xn--bcher-kva.example', `${'a'.repeat(63)}.com`],
    refuses: [
      'com',
      'a.b',
      'Example.com',
      'example.com.',
      '.example.com',
      'a..com',
      '-a.com',
      'a-.com',
      'example.42',
      `${'a'.repeat(64)}.com`,
      'example.com/x',
      `${'a.'.repeat(126)}com`,
    ],
  },
  awsAccount: {
    format: formats.awsAccount(),
    rule: 'must be the 12 digits of an AWS account such as "111122223333"',
    accepts: ['111122223333', '000000000000'],
    refuses: ['', '11112222333', '1111222233334', '1111-2222-3333', '11112222333x'],
  },
  awsRegion: {
    format: formats.awsRegion(),
    rule: 'must be an AWS region such as us-east-1',
    accepts: ['us-east-1', 'ap-southeast-2', 'us-gov-west-1'],
    refuses: ['', 'us-east', 'us-east-1a', 'us-east-10', 'europe-west1', 'US-EAST-1', 'useast-1'],
  },
  awsZone: {
    format: formats.awsZone(),
    rule: 'must be an availability zone such as us-east-1a',
    accepts: ['us-east-1a', 'us-gov-west-1c'],
    refuses: ['', 'us-east-1', 'us-east-1ab', 'us-east-1A', 'us-west-2-lax-1a', 'europe-west1-b'],
  },
  awsRoleArn: {
    format: formats.awsRoleArn(),
    rule: 'must be the ARN of an IAM role such as arn:aws:iam::111122223333:role/platform-admin',
    accepts: [
      'arn:aws:iam::111122223333:role/a',
      'arn:aws-cn:iam::111122223333:role/path/a',
      'arn:aws-us-gov:iam::111122223333:role/a+=,.@_-',
    ],
    refuses: [
      '',
      'a',
      'arn:aws:iam::111122223333:role/',
      'arn:aws:iam::111122223333:user/a',
      'arn:aws:iam::1:role/a',
      'arn:aws:sts::111122223333:role/a',
      'arn:aws:iam::111122223333:role/*',
    ],
  },
  awsMachineType: {
    format: formats.awsMachineType(),
    rule: 'must be an EC2 instance type such as m7g.large',
    accepts: ['m7g.large', 'u-6tb1.metal', 'c7i-flex.2xlarge', 'm7g.metal-24xl'],
    refuses: ['', 'm7g', 'm7g.', '.large', 'M7g.large', 'm7g.large.x', 'e2-standard-4'],
  },
  kmsKey: {
    format: formats.kmsKey(),
    rule: 'must be the ARN or alias of a KMS key such as alias/terraform-state',
    accepts: [
      'alias/terraform-state',
      'arn:aws:kms:us-east-1:111122223333:key/mrk-0a',
      'arn:aws:kms:us-east-1:111122223333:alias/a/b',
    ],
    refuses: [
      '',
      'terraform-state',
      'alias/',
      'alias/a b',
      'arn:aws:kms:us-east-1:111122223333:key/',
      'arn:aws:kms:us-east-1:1:key/a',
      'arn:aws:s3:us-east-1:111122223333:key/a',
    ],
  },
  s3Bucket: {
    format: formats.s3Bucket(),
    rule: 'must be the name of an S3 bucket: 3 to 63 lower-case letters, digits, dots and dashes',
    accepts: ['abc', 'a.b-c.1', '1.2.3', 'a'.repeat(63)],
    refuses: ['', 'ab', 'a..b', '-ab', 'ab.', 'a_b', 'Abc', '10.0.0.1', 'a'.repeat(64)],
  },
  kubernetesVersion: {
    format: formats.kubernetesVersion(),
    rule: 'must be a minor version of Kubernetes in quotes such as "1.35"',
    accepts: ['1.30', '1.35'],
    refuses: ['', '1.9', '1', '1.35.2', 'v1.35', '2.10', 'latest'],
  },
  labelKey: {
    format: formats.labelKey(),
    rule: 'must be the key of a Kubernetes label such as example.com/team',
    accepts: ['team', 'a', 'Team_1.x-y', 'example.com/team', `a${'.b'.repeat(126)}/a`, 'a'.repeat(63)],
    refuses: [
      '',
      '-a',
      'a-',
      'my team',
      '/team',
      'example.com/',
      'a/b/c',
      'Example.com/team',
      'a'.repeat(64),
      `${'a'.repeat(254)}/a`,
    ],
  },
  labelValue: {
    format: formats.labelValue(),
    rule: 'must be the value of a Kubernetes label: at most 63 letters, digits, dots, dashes and underscores',
    accepts: ['', 'a', 'A_b.c-1', 'a'.repeat(63)],
    refuses: ['-a', 'a.', 'a b', 'a/b', 'a'.repeat(64)],
  },
  imageTag: {
    format: formats.imageTag(),
    rule: 'must be the tag of an image: at most 128 letters, digits, dots, dashes and underscores',
    accepts: ['v1.2.0', '_a', 'a'.repeat(128)],
    refuses: ['', '.a', '-a', 'a/b', 'a:b', 'a'.repeat(129)],
  },
  imageDigest: {
    format: formats.imageDigest(),
    rule: 'must be the digest of an image: sha256: and 64 hexadecimal digits',
    accepts: [`sha256:${'0f'.repeat(32)}`],
    refuses: [
      '',
      '0f'.repeat(32),
      `sha256:${'0f'.repeat(31)}`,
      `sha256:${'0F'.repeat(32)}`,
      `sha512:${'0f'.repeat(32)}`,
    ],
  },
  cpuQuantity: {
    format: formats.cpuQuantity(),
    rule: 'must be an amount of CPU such as "250m" or "2"',
    accepts: ['250m', '2', '0.5', '1m'],
    refuses: ['', '0', '0m', '0.0', '-1', '.5', '1.', '250M', '1 m', '1Gi'],
  },
  byteQuantity: {
    format: formats.byteQuantity(),
    rule: 'must be an amount of bytes such as 512Mi',
    accepts: ['1', '512Mi', '1.5Gi', '2Ti', '1Ki', '1k', '1M', '1G', '1T'],
    refuses: ['', '0', '0Gi', '-1', '1m', '1K', '1GB', '1 Gi', 'Gi'],
  },
  variableName: {
    format: formats.variableName(),
    rule: 'must be the name of an environment variable: letters, digits and underscores',
    accepts: ['A', '_', 'log_Level2'],
    refuses: ['', '2A', 'A-B', 'A.B', 'A B', 'Ä'],
  },
  email: {
    format: formats.email(),
    rule: 'must be an address such as oncall@example.com',
    accepts: ['oncall@example.com', 'A.b+c@shop.example.com'],
    refuses: ['', 'oncall', 'oncall@', '@example.com', 'on call@example.com', 'a@b@example.com', 'a@localhost'],
  },
  ruleId: {
    format: formats.ruleId(),
    rule: 'must be the id of a rule such as image-digest',
    accepts: ['spread', 'image-digest', 'rule-2'],
    refuses: ['', 'Image', '-a', 'a-', 'a--b', 'a_b'],
  },
};
