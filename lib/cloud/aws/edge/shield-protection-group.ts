import { ShieldProtectionGroup as ShieldProtectionGroupResource } from '@cdktf/provider-aws/lib/shield-protection-group';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';

const MAX_ID = 36;

/** Options of every group. */
export interface ShieldProtectionGroupOptions extends AwsConstructProps {
  /** Id of the group, of up to 36 characters. A change replaces it. */
  readonly protectionGroupId: string;
  /**
   * How the traffic of the members is looked at: together (`SUM`, where they share it), on average (`MEAN`, where each
   * has the same) or by the most (`MAX`, where they have little to do with each other, such as distributions).
   */
  readonly aggregation: 'MAX' | 'MEAN' | 'SUM';
}

/** A group of all that is protected. */
export interface WholeProtectionGroupProps extends ShieldProtectionGroupOptions {
  readonly pattern: 'ALL';
}

/** A group of all of one kind. */
export interface KindProtectionGroupProps extends ShieldProtectionGroupOptions {
  readonly pattern: 'BY_RESOURCE_TYPE';
  readonly resourceType:
    | 'APPLICATION_LOAD_BALANCER'
    | 'CLASSIC_LOAD_BALANCER'
    | 'CLOUDFRONT_DISTRIBUTION'
    | 'ELASTIC_IP_ALLOCATION'
    | 'GLOBAL_ACCELERATOR'
    | 'ROUTE_53_HOSTED_ZONE';
}

/** A group of what is named. */
export interface NamedProtectionGroupProps extends ShieldProtectionGroupOptions {
  readonly pattern: 'ARBITRARY';
  /** ARNs of resources that are protected: `resourceArn` of each `ShieldProtection`. */
  readonly members: readonly string[];
}

/** Properties for `ShieldProtectionGroup`. */
export type ShieldProtectionGroupProps =
  WholeProtectionGroupProps | KindProtectionGroupProps | NamedProtectionGroupProps;

/**
 * Resources that Shield looks at together: it finds an attack on the whole sooner than on each part.
 *
 * Throws a `ConstructError` where Shield would refuse the group.
 */
export class ShieldProtectionGroup extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: ShieldProtectionGroupProps) {
    super(scope, id);
    const { provider, protectionGroupId, aggregation, pattern } = props;
    refuse(this.node.path, refusals(props));

    this.arn = new ShieldProtectionGroupResource(this, 'Resource', {
      ...{ provider, protectionGroupId, aggregation, pattern },
      ...(props.pattern === 'ARBITRARY' ? { members: [...new Set(props.members)].sort() } : {}),
      ...(props.pattern === 'BY_RESOURCE_TYPE' ? { resourceType: props.resourceType } : {}),
    }).protectionGroupArn;
  }
}

function refusals(props: ShieldProtectionGroupProps): (Refusal | undefined)[] {
  const { protectionGroupId } = props;
  return [
    new RegExp(`^[a-zA-Z0-9-]{1,${MAX_ID}}$`).test(protectionGroupId)
      ? undefined
      : {
          property: 'protectionGroupId',
          rule: `must be up to ${MAX_ID} letters, digits and dashes`,
          got: protectionGroupId,
        },
    props.pattern === 'ARBITRARY' && props.members.length === 0
      ? { property: 'members', rule: 'must name one resource at least', got: props.members }
      : undefined,
  ];
}
