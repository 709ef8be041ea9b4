import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import { Construct } from 'constructs';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { webAclLogGroupName } from '../names';
import { LogGroup } from '../operations/log-group';
import { logDeliveryPolicy } from './log-delivery-policy';

/** Headers that say who somebody is, and that a reader of logs could use in their place. */
const REDACTED_HEADERS: readonly string[] = ['authorization', 'cookie'];
/** Whatever a rule had something to say about, even if the request was let through. */
const KEPT_ACTIONS: readonly string[] = ['BLOCK', 'CAPTCHA', 'CHALLENGE', 'COUNT', 'EXCLUDED_AS_COUNT'];

/** What is logged of requests. */
export interface WebAclLogging {
  /**
   * Days that the log is kept.
   *
   * @default 90
   */
  readonly retentionDays?: number;
  /**
   * Key whose policy lets CloudWatch use it for the log: see `logGroupKeyStatement` and `webAclLogGroupName`.
   *
   * @default - CloudWatch's own encryption
   */
  readonly kmsKeyArn?: string;
  /**
   * Whether requests are logged, too, that no rule has found anything about. The load balancer's own log costs less.
   *
   * @default false
   */
  readonly allowedRequests?: boolean;
}

/** Properties for `WebAclLog`. */
export interface WebAclLogProps extends AwsConstructProps, AwsPlace, WebAclLogging {
  readonly webAclName: string;
  readonly webAclArn: string;
}

/** The log of a web ACL in CloudWatch. What headers say about a person's session is left out. */
export class WebAclLog extends Construct {
  constructor(scope: Construct, id: string, props: WebAclLogProps) {
    super(scope, id);
    const { provider, account, region, webAclName, webAclArn, allowedRequests = false } = props;
    const logGroupName = webAclLogGroupName(webAclName);

    const group = new LogGroup(this, 'LogGroup', {
      ...{ provider, logGroupName },
      retentionDays: props.retentionDays,
      kmsKeyArn: props.kmsKeyArn,
    });
    const policy = logDeliveryPolicy(this, 'Delivery', {
      ...{ provider, account, region, logGroupName },
      policyName: logGroupName,
      service: 'delivery.logs.amazonaws.com',
      sourceArn: `arn:aws:logs:${region}:${account}:*`,
    });
    new Wafv2WebAclLoggingConfiguration(this, 'Resource', {
      provider,
      resourceArn: webAclArn,
      logDestinationConfigs: [group.arn],
      redactedFields: REDACTED_HEADERS.map((name) => ({ singleHeader: { name } })),
      loggingFilter: allowedRequests ? undefined : foundRequests(),
      dependsOn: [policy],
    });
  }
}

function foundRequests() {
  const condition = KEPT_ACTIONS.map((action) => ({ actionCondition: { action } }));
  return { defaultBehavior: 'DROP', filter: [{ behavior: 'KEEP', requirement: 'MEETS_ANY', condition }] };
}
