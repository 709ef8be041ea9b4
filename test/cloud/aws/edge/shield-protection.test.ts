import { ShieldProtection, type ShieldProtectionProps } from '../../../../lib/cloud/aws/edge/shield-protection';
import { build, type Output, synth } from '../harness';

const GATEWAY = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/gateway/0123456789abcdef';
const ZONE = 'arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ';
const PROPS = { name: 'gateway', resourceArn: GATEWAY };

function protection(props: Partial<ShieldProtectionProps> = {}): Output {
  return synth((stack) => new ShieldProtection(stack, 'shield', { ...PROPS, ...props }));
}

function refused(props: Partial<ShieldProtectionProps>): () => void {
  return build((stack) => new ShieldProtection(stack, 'shield', { ...PROPS, ...props }));
}

describe('ShieldProtection', () => {
  test('protects a resource, and does nothing by itself', () => {
    const output = protection();
    expect(output.one('aws_shield_protection')).toMatchObject({ name: 'gateway', resource_arn: GATEWAY });
    expect(output.all('aws_shield_application_layer_automatic_response')).toEqual({});
    expect(output.all('aws_shield_protection_health_check_association')).toEqual({});
  });

  test.each(['BLOCK', 'COUNT'] as const)('can answer an attack: %s', (automaticResponse) => {
    expect(protection({ automaticResponse }).one('aws_shield_application_layer_automatic_response')).toMatchObject({
      resource_arn: GATEWAY,
      action: automaticResponse,
      depends_on: [expect.stringContaining('aws_shield_protection.shield')],
    });
  });

  test('can be told by a health check that there is an attack', () => {
    const healthCheckArn = 'arn:aws:route53:::healthcheck/abc';
    expect(protection({ healthCheckArn }).one('aws_shield_protection_health_check_association')).toMatchObject({
      health_check_arn: healthCheckArn,
    });
  });

  test('is for zones, too, but does not answer for them', () => {
    expect(protection({ resourceArn: ZONE }).one('aws_shield_protection')).toMatchObject({ resource_arn: ZONE });
    expect(refused({ resourceArn: ZONE, automaticResponse: 'BLOCK' })).toThrow(
      "stack/shield: 'automaticResponse' must not be given but for application load balancers and distributions, got 'BLOCK'",
    );
  });

  test('refuses what Shield would, all at once', () => {
    expect(refused({ name: 'a/b', resourceArn: 'arn:aws:s3:::bucket', healthCheckArn: 'abc' })).toThrow(
      [
        "stack/shield: 'name' must be up to 128 letters, digits, blanks, dots, dashes and underscores, got 'a/b'",
        "stack/shield: 'resourceArn' must be the ARN of a load balancer, distribution, hosted zone, accelerator or elastic address, got 'arn:aws:s3:::bucket'",
        "stack/shield: 'healthCheckArn' must be the ARN of a health check of Route 53, got 'abc'",
      ].join('\n'),
    );
  });
});
