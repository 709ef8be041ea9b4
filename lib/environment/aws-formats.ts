import type { z } from 'zod';
import { text } from './text-format';

export function vpcId(): z.ZodString {
  return text('must be the ID of a VPC such as vpc-0a1b2c3d4e5f60718', /^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/);
}

export function subnetId(): z.ZodString {
  return text('must be the ID of a subnet such as subnet-0a1b2c3d4e5f60718', /^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/);
}

/** Who may be named as a person or a pipeline: a role, or a user. */
export function principalArn(): z.ZodString {
  return text(
    'must be the ARN of an IAM role or user such as arn:aws:iam::111122223333:role/auditor',
    /^arn:aws:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
  );
}

/** Name of a policy of EKS that an access entry may be given. */
export function accessPolicy(): z.ZodString {
  return text('must be an access policy of EKS such as AmazonEKSViewPolicy', /^AmazonEKS[A-Za-z]+Policy$/);
}

/** Name of a group that roles are bound to on the cluster. */
export function kubernetesGroup(): z.ZodString {
  return text(
    'must be a group of your own such as auditors; those that begin with system: belong to Kubernetes',
    /^(?!system:)\S{1,253}$/,
  );
}

/** Service that a network reaches by an endpoint of its own, as AWS names it after the region. */
export function endpointService(): z.ZodString {
  return text('must be a service such as ecr.api, without the region', /^[a-z0-9]+([.-][a-z0-9]+)*$/);
}

/** Version of an add-on that EKS keeps. */
export function addonVersion(): z.ZodString {
  return text('must be the version of an EKS add-on such as v1.19.0-eksbuild.1', /^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
}

/** Instance of IAM Identity Center. */
export function identityCenterArn(): z.ZodString {
  return text(
    'must be the ARN of an Identity Center instance such as arn:aws:sso:::instance/ssoins-0123456789abcdef',
    /^arn:aws:sso:::instance\/ssoins-[0-9a-f]{16}$/,
  );
}

/** Secret by its ARN; never its value. */
export function secretArn(): z.ZodString {
  return text(
    'must be the ARN of a secret of Secrets Manager',
    /^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+$/,
  );
}

export function hostedZoneId(): z.ZodString {
  return text('must be the ID of a hosted zone such as Z0123456789ABCDEFGHIJ', /^Z[A-Z0-9]{6,31}$/);
}

export function capacityReservation(): z.ZodString {
  return text(
    'must be the ID of a capacity reservation such as cr-0a1b2c3d4e5f60718',
    /^cr-([0-9a-f]{8}|[0-9a-f]{17})$/,
  );
}

/** Two capital letters of ISO 3166. */
export function country(): z.ZodString {
  return text('must be a country in two capital letters such as KP', /^[A-Z]{2}$/);
}

/** A group or a user of Identity Center, as its own identity store names it. */
export function identityId(): z.ZodString {
  return text(
    'must be the ID of a user or group of Identity Center such as 906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c',
    /^([0-9a-f]{10}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  );
}
