import { Token } from 'cdktf';
import { hostedZoneArns, hostedZoneRefusals } from '../../../../../lib/cloud/aws/identity/controllers/hosted-zones';
import { refused } from './refused';

test('hostedZoneArns names each zone once, whatever the order', () => {
  expect(hostedZoneArns(['Z2', 'Z1', 'Z2'])).toEqual([
    'arn:aws:route53:::hostedzone/Z1',
    'arn:aws:route53:::hostedzone/Z2',
  ]);
});

describe('hostedZoneRefusals', () => {
  test('want one zone at least', () => {
    expect(refused(hostedZoneRefusals([]))).toEqual(['controller.hostedZoneIds must name one zone at least: []']);
  });

  test('take no domain for a zone', () => {
    expect(refused(hostedZoneRefusals(['example.com', 'Z1']))).toEqual([
      'controller.hostedZoneIds must be ids of zones, such as Z0123456789ABCDEFGHIJ: "example.com"',
    ]);
  });

  test('take what Terraform alone knows', () => {
    expect(refused(hostedZoneRefusals([Token.asString({ resolve: () => 'later' })]))).toEqual([]);
  });
});
