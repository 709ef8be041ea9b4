import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importedTypes } from './imported-types';

test('types are those that code imports, each once, whether it makes them or looks them up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  mkdirSync(join(folder, 'network'));
  writeFileSync(
    join(folder, 'network', 'vpc.ts'),
    `import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';`,
  );
  writeFileSync(
    join(folder, 'zone.ts'),
    `import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';`,
  );
  writeFileSync(join(folder, 'README.md'), "'@cdktf/provider-aws/lib/eip'");
  expect(importedTypes('aws', [folder])).toEqual(['aws_route53_zone', 'aws_s3_bucket', 'aws_vpc']);
  expect(importedTypes('google', [folder])).toEqual(['google_container_cluster']);
  rmSync(folder, { recursive: true });
});
