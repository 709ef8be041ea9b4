import { value } from '../../../lib/checks/output';
import { AwsEdgeStack } from '../../../stacks/infrastructure/aws-edge-stack';
import { environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

const PLACES = ['ap-southeast-1-444455556666', 'eu-west-1-444455556666', 'us-east-1-444455556666'];

function edge(...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf('novacron/production', ...edits);
  const { edge: own } = resolved.environment.aws;
  if (own === undefined) throw new Error('the environment says nothing of the edge');
  return stackJson((app) => new AwsEdgeStack(app, resolved, own));
}

const production = edge();
const providers = (type: string): readonly unknown[] =>
  Object.values(production.resources(type)).map((block) => value(block, 'provider'));

test('every region has a firewall and a certificate of its own', () => {
  expect(providers('aws_wafv2_web_acl')).toEqual(PLACES.map((place) => `aws.${place}`));
  expect(providers('aws_acm_certificate')).toEqual(PLACES.map((place) => `aws.${place}`));
});

test('a firewall lets one address send as much as the file says', () => {
  expect(JSON.stringify(production.resources('aws_wafv2_web_acl'))).toContain('"limit":3000');
});

test('a host is proved once for all regions', () => {
  const proofs = Object.keys(production.resources('aws_route53_record')).filter((id) => id.includes('proof'));
  expect(proofs).toHaveLength(1);
});

test('a host leads to every region whose load balancer is known', () => {
  const records = Object.values(production.resources('aws_route53_record')).filter((record) => 'alias' in record);
  expect(records.map(({ set_identifier }) => set_identifier).sort()).toEqual([
    'ap-southeast-1',
    'eu-west-1',
    'us-east-1',
  ]);
  expect(new Set(records.map(({ name }) => name))).toEqual(new Set(['api.novacron.example.com']));
});

test('before load balancers are known there are no names', () => {
  const without = edge([
    `    entrypoints:
      us-east-1: { dnsName: gateway-1111111111.elb.us-east-1.amazonaws.com, hostedZoneId: Z26RNL4JYFTOTI }
      eu-west-1: { dnsName: gateway-2222222222.elb.eu-west-1.amazonaws.com, hostedZoneId: Z2IFOLAFXWLO4F }
      ap-southeast-1: { dnsName: gateway-3333333333.elb.ap-southeast-1.amazonaws.com, hostedZoneId: ZKVM4W9LS7TM }
`,
    '',
  ]);
  expect(Object.values(without.resources('aws_route53_record')).filter((record) => 'alias' in record)).toEqual([]);
});

test('rules that are on trial refuse nobody', () => {
  const text = JSON.stringify(
    edge(['    rateLimit:', '    preview: true\n    rateLimit:']).resources('aws_wafv2_web_acl'),
  );
  expect(text).toContain('"count":{}');
  expect(text).not.toContain('"block":');
});
