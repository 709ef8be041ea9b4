import { TerraformOutput, type TerraformStack } from 'cdktf';
import { Certificate, HostedZone, RegionalEntrypoint, WebAcl } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/edge/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const account = '111122223333';
  const region = 'us-east-1';

  const zone = new HostedZone(stack, 'zone', { account, region, zoneName: 'funlynk.example' });
  const certificate = new Certificate(stack, 'certificate', {
    zone,
    domainName: 'funlynk.example',
    subjectAlternativeNames: ['*.funlynk.example'],
  });
  const webAcl = new WebAcl(stack, 'firewall', {
    account,
    region,
    webAclName: 'funlynk-production',
    rateLimit: { requests: 1000, evaluationWindowSeconds: 60 },
    scopedRateLimits: {
      login: { requests: 50, scopeDown: { only: { pathPrefixes: ['/login'], methods: ['POST'] } } },
    },
  });

  new RegionalEntrypoint(stack, 'api', {
    zone,
    host: 'api.funlynk.example',
    regions: {
      'eu-west-1': { dnsName: 'gateway-2.elb.eu-west-1.amazonaws.com', hostedZoneId: 'Z2IFOLAFXWLO4F' },
      'us-east-1': { dnsName: 'gateway-1.elb.us-east-1.amazonaws.com', hostedZoneId: 'Z26RNL4JYFTOTI' },
    },
  });

  // For the annotations of the load balancer.
  new TerraformOutput(stack, 'certificateArn', { value: certificate.arn });
  new TerraformOutput(stack, 'webAclArn', { value: webAcl.arn });
  // README ends
}
