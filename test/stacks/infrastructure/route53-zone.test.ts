import { TerraformStack, Testing } from 'cdktf';
import { value } from '../../../lib/checks/output';
import { environmentZone } from '../../../stacks/infrastructure/route53-zone';
import { environmentOf } from '../environments';

test('the zone that the foundation made is looked up by its name, once', () => {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const resolved = environmentOf('novacron/production');
  const zones = [environmentZone(stack, resolved), environmentZone(stack, resolved)];
  expect(zones.map(({ zoneName }) => zoneName)).toEqual(['novacron.example.com', 'novacron.example.com']);
  expect(value(stack.toTerraform(), 'data', 'aws_route53_zone', 'Zone')).toMatchObject({
    name: 'novacron.example.com',
    private_zone: false,
  });
});

test('a zone that the file names is not looked up', () => {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const resolved = environmentOf('novacron/production', ['dns: {}', 'dns: { hostedZoneId: Z0123456789ABCDEFGHIJ }']);
  expect(environmentZone(stack, resolved)).toEqual({
    zoneId: 'Z0123456789ABCDEFGHIJ',
    zoneName: 'novacron.example.com',
  });
  expect(value(stack.toTerraform(), 'data')).toBeUndefined();
});
