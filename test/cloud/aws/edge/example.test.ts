import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import {
  Certificate,
  DEFAULT_MANAGED_RULES,
  HostedZone,
  RegionalEntrypoint,
  ShieldProtection,
  ShieldProtectionGroup,
  ShieldSubscription,
  WebAcl,
} from '../../../../lib/cloud/aws';
import { readmeExample } from '../../../support/readme-example';
import { PLACE, synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/edge/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('leads one host to two regions, behind a certificate and a firewall', () => {
    const output = synth(example);
    const hosts = Object.values(output.all('aws_route53_record')).map(({ name }) => name);
    expect(hosts.filter((name) => name === 'api.funlynk.example')).toHaveLength(2);
    expect(output.one('aws_acm_certificate')).toMatchObject({ subject_alternative_names: ['*.funlynk.example'] });
    expect(output.one('aws_wafv2_web_acl')).toMatchObject({ name: 'funlynk-production' });
  });
});

describe('the constructs of the folder', () => {
  test('hand their provider to everything that they make', () => {
    const output = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { region: PLACE.region, alias: 'other' });
      const common = { ...PLACE, provider };
      const zone = new HostedZone(stack, 'zone', { ...common, zoneName: 'example.com' });
      zone.addRecord('www', { type: 'A', records: ['192.0.2.1'] });
      new Certificate(stack, 'certificate', { provider, zone, domainName: 'example.com' });
      const target = { dnsName: 'a.example.org', hostedZoneId: 'Z26RNL4JYFTOTI', healthCheckPath: '/' };
      new RegionalEntrypoint(stack, 'entry', {
        ...{ provider, zone, host: 'api.example.com' },
        regions: { 'us-east-1': target },
      });
      const managedRules = DEFAULT_MANAGED_RULES;
      const acl = new WebAcl(stack, 'acl', {
        ...common,
        managedRules,
        webAclName: 'edge',
        blockedCidrs: ['192.0.2.0/24'],
      });
      const resourceArn = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/0123456789abcdef';
      acl.addProtected('a', resourceArn);
      new ShieldSubscription(stack, 'shield', { provider, acceptYearlyCommitment: true });
      new ShieldProtection(stack, 'protection', {
        ...{ provider, resourceArn, name: 'a', automaticResponse: 'COUNT' },
        healthCheckArn: 'arn:aws:route53:::healthcheck/a',
      });
      new ShieldProtectionGroup(stack, 'group', {
        ...{ provider, protectionGroupId: 'a', aggregation: 'SUM', pattern: 'ALL' },
      });
    });
    const { resource } = JSON.parse(output.text) as {
      readonly resource: Readonly<Record<string, Readonly<Record<string, { readonly provider?: string }>>>>;
    };
    const providers = Object.values(resource).flatMap((resources) => Object.values(resources).map((of) => of.provider));
    expect(providers.length).toBeGreaterThan(20);
    expect(new Set(providers)).toEqual(new Set(['aws.other']));
  });
});
