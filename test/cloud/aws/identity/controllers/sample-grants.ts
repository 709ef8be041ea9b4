import type { ControllerGrant } from '../../../../../lib/cloud/aws/identity/controllers/controller-grant';

/** One grant of each kind, with all that it can name. */
export const GRANTS: { readonly [Kind in ControllerGrant['kind']]: Extract<ControllerGrant, { kind: Kind }> } = {
  'aws-gateway-api': { kind: 'aws-gateway-api' },
  'cert-manager': { kind: 'cert-manager', hostedZoneIds: ['Z0123456789ABCDEFGHIJ'] },
  'cloudwatch-agent': { kind: 'cloudwatch-agent', traces: true },
  'cluster-autoscaler': { kind: 'cluster-autoscaler' },
  'external-dns': { kind: 'external-dns', hostedZoneIds: ['Z0123456789ABCDEFGHIJ'] },
  'fluent-bit': { kind: 'fluent-bit', logGroupName: '/funlynk/production' },
  keda: { kind: 'keda', queueArns: ['arn:aws:sqs:us-east-1:111122223333:invoices'], metrics: true },
  'load-balancer-controller': {
    kind: 'load-balancer-controller',
    vpcId: 'vpc-0123456789abcdef0',
    targetGroupArns: ['arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/old/0123456789abcdef'],
  },
  velero: {
    kind: 'velero',
    bucketArn: 'arn:aws:s3:::backups',
    kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/00000000-1111-2222-3333-444444444444',
  },
};
