import { ShieldApplicationLayerAutomaticResponse } from '@cdktf/provider-aws/lib/shield-application-layer-automatic-response';
import { ShieldProtection as ShieldProtectionResource } from '@cdktf/provider-aws/lib/shield-protection';
import { ShieldProtectionHealthCheckAssociation } from '@cdktf/provider-aws/lib/shield-protection-health-check-association';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';

/** What Shield protects: https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateProtection.html */
const PROTECTED =
  /^arn:aws:(cloudfront::\d{12}:distribution|route53:::hostedzone|globalaccelerator::\d{12}:accelerator|ec2:[a-z0-9-]+:\d{12}:eip-allocation|elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer)\/.+/;
/** What can have a web ACL, into which the response is put. */
const APPLICATION_LAYER = /:(distribution\/|loadbalancer\/app\/)/;

/** Properties for `ShieldProtection`. */
export interface ShieldProtectionProps extends AwsConstructProps {
  /** Name of the protection, of up to 128 characters. A change replaces it. */
  readonly name: string;
  /**
   * ARN of a load balancer, distribution, hosted zone, accelerator or elastic address. A change replaces the
   * protection.
   */
  readonly resourceArn: string;
  /**
   * What Shield does by itself about an attack of requests: puts rules into the resource's web ACL that block it, or
   * only count it. Only for application load balancers and distributions that have a web ACL.
   *
   * @default - nothing; AWS is to be called
   */
  readonly automaticResponse?: 'BLOCK' | 'COUNT';
  /**
   * Health check of Route 53 that tells an attack from a crowd: Shield is quicker to act where it fails.
   *
   * @default - none
   */
  readonly healthCheckArn?: string;
}

/**
 * Protects one resource with Shield Advanced. The account has to have subscribed to it: see `ShieldSubscription`.
 *
 * Throws a `ConstructError` where Shield would refuse the resource.
 */
export class ShieldProtection extends Construct {
  public readonly arn: string;
  /** What is protected; for the members of a `ShieldProtectionGroup`. */
  public readonly resourceArn: string;

  constructor(scope: Construct, id: string, props: ShieldProtectionProps) {
    super(scope, id);
    const { provider, name, resourceArn, automaticResponse, healthCheckArn } = props;
    refuse(this.node.path, refusals(props));

    const protection = new ShieldProtectionResource(this, 'Resource', { ...{ provider, name, resourceArn } });
    if (healthCheckArn !== undefined) {
      new ShieldProtectionHealthCheckAssociation(this, 'HealthCheck', {
        ...{ provider, healthCheckArn },
        shieldProtectionId: protection.id,
      });
    }
    if (automaticResponse !== undefined) {
      new ShieldApplicationLayerAutomaticResponse(this, 'AutomaticResponse', {
        ...{ provider, resourceArn },
        action: automaticResponse,
        dependsOn: [protection],
      });
    }

    this.arn = protection.arn;
    // By way of the protection, so that a group waits for it.
    this.resourceArn = protection.resourceArn;
  }
}

function refusals({ name, resourceArn, automaticResponse, healthCheckArn }: ShieldProtectionProps) {
  const unknown = Token.isUnresolved(resourceArn);
  const found: readonly (Refusal | undefined)[] = [
    Token.isUnresolved(name) || /^[ a-zA-Z0-9_.-]{1,128}$/.test(name)
      ? undefined
      : {
          property: 'name',
          rule: 'must be up to 128 letters, digits, blanks, dots, dashes and underscores',
          got: name,
        },
    unknown || PROTECTED.test(resourceArn)
      ? undefined
      : {
          property: 'resourceArn',
          rule: 'must be the ARN of a load balancer, distribution, hosted zone, accelerator or elastic address',
          got: resourceArn,
        },
    unknown || automaticResponse === undefined || APPLICATION_LAYER.test(resourceArn)
      ? undefined
      : {
          property: 'automaticResponse',
          rule: 'must not be given but for application load balancers and distributions',
          got: automaticResponse,
        },
    healthCheckArn === undefined ||
    Token.isUnresolved(healthCheckArn) ||
    healthCheckArn.startsWith('arn:aws:route53:::healthcheck/')
      ? undefined
      : { property: 'healthCheckArn', rule: 'must be the ARN of a health check of Route 53', got: healthCheckArn },
  ];
  return found;
}
