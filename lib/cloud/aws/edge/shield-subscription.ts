import { ShieldSubscription as ShieldSubscriptionResource } from '@cdktf/provider-aws/lib/shield-subscription';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';

/** Properties for `ShieldSubscription`. */
export interface ShieldSubscriptionProps extends AwsConstructProps {
  /**
   * That somebody has agreed to pay for Shield Advanced for a year: 3000 US dollars a month, and the traffic, once for all
   * accounts of an organisation. AWS ends it no sooner. https://aws.amazon.com/shield/pricing/
   */
  readonly acceptYearlyCommitment: true;
  /**
   * Whether another year begins as one ends. AWS has it on when it begins, and lets it be changed in its last
   * month only.
   *
   * @default true
   */
  readonly autoRenew?: boolean;
}

/**
 * Shield Advanced for an account. Nothing else in Gantry subscribes to it. Terraform forgets the subscription when it is
 * taken away; AWS does not.
 *
 * Throws a `ConstructError` where nobody has accepted the commitment.
 */
export class ShieldSubscription extends Construct {
  constructor(scope: Construct, id: string, props: ShieldSubscriptionProps) {
    super(scope, id);
    const { provider, autoRenew = true } = props;
    const accepted: boolean = props.acceptYearlyCommitment;
    refuse(this.node.path, [
      accepted
        ? undefined
        : {
            property: 'acceptYearlyCommitment',
            rule: 'must be true: the subscription costs 3000 US dollars a month for a year',
            got: accepted,
            remedy: 'or leave it out; Shield Standard protects every account at no price',
          },
    ]);

    new ShieldSubscriptionResource(this, 'Resource', {
      provider,
      autoRenew: autoRenew ? 'ENABLED' : 'DISABLED',
      // AWS refuses to end a subscription before its time.
      skipDestroy: true,
    });
  }
}
