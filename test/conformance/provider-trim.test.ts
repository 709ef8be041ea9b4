import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copySource, servicesOf, trimSource } from './provider-trim';

const MODULE = 'github.com/hashicorp/terraform-provider-aws';
const SDK = 'github.com/aws/aws-sdk-go-v2/service';

const SOURCE: Readonly<Record<string, string>> = {
  'main.go': 'package main',
  'main_test.go': 'package main',
  'website/docs/page.go': 'package docs',
  'internal/conns/awsclient_gen.go': `package conns

import (
\t"context"

\t"${SDK}/ec2"
\t"${SDK}/ram"
\t"${SDK}/sfn"
\ttagging "${SDK}/resourcegroups"
)

func (c *AWSClient) EC2Client(ctx context.Context) *ec2.Client {
\treturn c.ec2
}

func (c *AWSClient) RAMClient(ctx context.Context) *ram.Client {
\treturn c.ram
}

func (c *AWSClient) SFNClient(ctx context.Context) *sfn.Client {
\treturn c.sfn
}

func (c *AWSClient) TaggingClient(ctx context.Context) *tagging.Client {
\treturn c.tagging
}
`,
  'internal/provider/sdkv2/service_packages_gen.go': `package sdkv2

import (
\t"${MODULE}/internal/conns"
\t"${MODULE}/internal/service/ec2"
\t"${MODULE}/internal/service/ram"
\t"${MODULE}/internal/service/sfn"
)

var all = []conns.ServicePackage{
\tec2.ServicePackage(ctx),
\tram.ServicePackage(ctx),
\tsfn.ServicePackage(ctx),
}
`,
  'internal/embed.go': 'package internal',
  'internal/tags/tags.go': 'client := meta.TaggingClient(ctx)',
  'internal/service/ec2/service_package_gen.go': 'TypeName: "aws_vpc", TypeName: "aws_subnet"',
  'internal/service/ec2/vpc.go': `import "${MODULE}/internal/service/ram"\n\nclient := meta.EC2Client(ctx)`,
  'internal/service/ram/service_package_gen.go': 'TypeName: "aws_ram_resource_share"',
  'internal/service/ram/share.go': 'client := meta.RAMClient(ctx)',
  'internal/service/sfn/service_package_gen.go': 'TypeName: "aws_sfn_activity"',
  'internal/service/sfn/activity.go': 'client := meta.SFNClient(ctx)',
};

let folder: string;
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trim-'));
  for (const [file, text] of Object.entries(SOURCE)) {
    mkdirSync(dirname(join(folder, 'source', file)), { recursive: true });
    writeFileSync(join(folder, 'source', file), text, { mode: 0o444 });
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a copy holds what is built, and can be written to', () => {
  copySource(join(folder, 'source'), join(folder, 'copy'));
  expect(readdirSync(join(folder, 'copy')).sort()).toEqual(['internal', 'main.go']);
  expect(statSync(join(folder, 'copy', 'main.go')).mode & 0o200).toBe(0o200);
});

test('a service is known by the types of its resources', () => {
  expect(servicesOf(join(folder, 'source'), ['aws_vpc', 'aws_sfn_activity', 'aws_unknown'])).toEqual(['ec2', 'sfn']);
});

test('a trimmed source lists the services, those that they import, and no others', () => {
  copySource(join(folder, 'source'), join(folder, 'copy'));
  trimSource(join(folder, 'copy'), ['ec2']);
  const list = read('copy/internal/provider/sdkv2/service_packages_gen.go');
  expect(list).toContain('\tec2.ServicePackage(ctx),\n\tram.ServicePackage(ctx),\n}');
  expect(list).not.toContain('sfn');
  expect(list).toContain('internal/conns"');
});

test('a trimmed source makes clients of what is left, and of what all services share', () => {
  copySource(join(folder, 'source'), join(folder, 'copy'));
  trimSource(join(folder, 'copy'), ['ec2']);
  const clients = read('copy/internal/conns/awsclient_gen.go');
  expect(clients.match(/\w+Client(?=\()/g)).toEqual(['EC2Client', 'RAMClient', 'TaggingClient']);
  expect(clients).toContain('"context"');
  expect(clients).toContain('tagging "');
  expect(clients).not.toContain('/sfn"');
});
