import * as aws from '../../lib/environment/aws-formats';
import type { FormatCase } from './format-cases';

/** Formats of AWS that a pattern describes, so that one rule answers whatever is wrong. */
export const AWS_PATTERNS: Readonly<Record<keyof typeof aws, FormatCase>> = {
  vpcId: {
    format: aws.vpcId(),
    rule: 'must be the ID of a VPC such as vpc-0a1b2c3d4e5f60718',
    accepts: ['vpc-0a1b2c3d4e5f60718', 'vpc-0a1b2c3d'],
    refuses: ['', 'vpc-', 'vpc-0A1B2C3D', 'vpc-0a1b2c3d4', 'subnet-0a1b2c3d'],
  },
  subnetId: {
    format: aws.subnetId(),
    rule: 'must be the ID of a subnet such as subnet-0a1b2c3d4e5f60718',
    accepts: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d'],
    refuses: ['', 'subnet-', 'subnet-0a1b2c3d4', 'vpc-0a1b2c3d'],
  },
  principalArn: {
    format: aws.principalArn(),
    rule: 'must be the ARN of an IAM role or user such as arn:aws:iam::111122223333:role/auditor',
    accepts: ['arn:aws:iam::111122223333:role/auditor', 'arn:aws:iam::111122223333:user/ops/a@b'],
    refuses: ['', 'auditor', 'arn:aws:iam::1111:role/auditor', 'arn:aws:sts::111122223333:assumed-role/auditor/me'],
  },
  accessPolicy: {
    format: aws.accessPolicy(),
    rule: 'must be an access policy of EKS such as AmazonEKSViewPolicy',
    accepts: ['AmazonEKSViewPolicy', 'AmazonEKSClusterAdminPolicy'],
    refuses: ['', 'view', 'AmazonEKSView', 'AdministratorAccess', 'AmazonEKS_CNI_Policy'],
  },
  kubernetesGroup: {
    format: aws.kubernetesGroup(),
    rule: 'must be a group of your own such as auditors; those that begin with system: belong to Kubernetes',
    accepts: ['auditors', 'team:payments'],
    refuses: ['', 'system:masters', 'two words'],
  },
  endpointService: {
    format: aws.endpointService(),
    rule: 'must be a service such as ecr.api, without the region',
    accepts: ['sts', 'ecr.api', 'eks-auth'],
    refuses: ['', 'ecr.', 'ECR.api', 'ecr..api', 'ecr_api'],
  },
  addonVersion: {
    format: aws.addonVersion(),
    rule: 'must be the version of an EKS add-on such as v1.19.0-eksbuild.1',
    accepts: ['v1.19.0-eksbuild.1', 'v1.12.3-eksbuild.14'],
    refuses: ['', 'latest', '1.19.0-eksbuild.1', 'v1.19.0', 'v1.19-eksbuild.1'],
  },
  identityCenterArn: {
    format: aws.identityCenterArn(),
    rule: 'must be the ARN of an Identity Center instance such as arn:aws:sso:::instance/ssoins-0123456789abcdef',
    accepts: ['arn:aws:sso:::instance/ssoins-0123456789abcdef'],
    refuses: ['', 'ssoins-0123456789abcdef', 'arn:aws:sso:::instance/ssoins-1'],
  },
  secretArn: {
    format: aws.secretArn(),
    rule: 'must be the ARN of a secret of Secrets Manager',
    accepts: ['arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/docker-hub-Ab12Cd'],
    refuses: [
      '',
      'docker-hub',
      'arn:aws:secretsmanager:us-east-1:1111:secret:a',
      'arn:aws:ssm:us-east-1:111122223333:a',
    ],
  },
  hostedZoneId: {
    format: aws.hostedZoneId(),
    rule: 'must be the ID of a hosted zone such as Z0123456789ABCDEFGHIJ',
    accepts: ['Z0123456789ABCDEFGHIJ', 'Z26RNL4JYFTOTI'],
    refuses: ['', 'example.com', '/hostedzone/Z26RNL4JYFTOTI', 'z26rnl4jyftoti'],
  },
  capacityReservation: {
    format: aws.capacityReservation(),
    rule: 'must be the ID of a capacity reservation such as cr-0a1b2c3d4e5f60718',
    accepts: ['cr-0a1b2c3d4e5f60718', 'cr-0a1b2c3d'],
    refuses: ['', 'any', 'cr-', 'cr-0a1b2c3d4'],
  },
  country: {
    format: aws.country(),
    rule: 'must be a country in two capital letters such as KP',
    accepts: ['KP', 'DE'],
    refuses: ['', 'de', 'DEU', 'D1'],
  },
  identityId: {
    format: aws.identityId(),
    rule: 'must be the ID of a user or group of Identity Center such as 906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c',
    accepts: ['906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c', '1234567890-906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c'],
    refuses: ['', 'platform', '906751fb', '906751FB-AE42-4D71-9D0F-4D6C8F1A2B3C'],
  },
};
