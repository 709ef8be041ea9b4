import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** The part of a cluster's options that has to do with what runs on it and who may speak to it. */
export interface GkeSecurityOptions {
  /**
   * Whether the project's Binary Authorization policy is asked about each image. `audit` asks just like `enforce`; it
   * is the policy that says whether an image is refused or only logged, see `BinaryAuthorizationPolicy`.
   *
   * @default 'off'
   */
  readonly binaryAuthorization?: 'enforce' | 'audit' | 'off';
  /**
   * How much GKE looks for weaknesses in the settings of workloads. Google no longer supports `ENTERPRISE`.
   * https://cloud.google.com/kubernetes-engine/docs/deprecations/posture-management-deprecation
   *
   * @default 'BASIC'
   */
  readonly securityPosture?: 'DISABLED' | 'BASIC' | 'ENTERPRISE';
  /**
   * Whether GKE looks for known weaknesses in running images. Google retires it and no longer supports `BASIC`; images
   * are scanned in the registry instead.
   * https://cloud.google.com/kubernetes-engine/docs/deprecations/posture-management-deprecation
   *
   * @default 'DISABLED'
   */
  readonly workloadVulnerabilityScanning?: 'DISABLED' | 'BASIC' | 'ENTERPRISE';
  /**
   * Google group whose member groups RBAC may name: `gke-security-groups@` and your domain.
   *
   * @default - none: RBAC names people, not groups
   */
  readonly securityGroup?: string;
  /**
   * Whether pods can mount secrets of Secret Manager through GKE's own add-on.
   *
   * @default false
   */
  readonly secretManagerAddon?: boolean;
}

/** What a cluster lets in, as the provider writes it. */
export function security(options: GkeSecurityOptions): Partial<ContainerClusterConfig> {
  const { binaryAuthorization = 'off', securityGroup } = options;
  return {
    ...CLOSED_DOORS,
    binaryAuthorization: {
      evaluationMode: binaryAuthorization === 'off' ? 'DISABLED' : 'PROJECT_SINGLETON_POLICY_ENFORCE',
    },
    securityPostureConfig: {
      mode: options.securityPosture ?? 'BASIC',
      vulnerabilityMode: `VULNERABILITY_${options.workloadVulnerabilityScanning ?? 'DISABLED'}`,
    },
    secretManagerConfig: { enabled: options.secretManagerAddon ?? false },
    ...(securityGroup === undefined ? {} : { authenticatorGroupsConfig: { securityGroup } }),
  };
}

/** Refuses a group that GKE would. */
export function securityRefusals({ securityGroup }: GkeSecurityOptions): (Refusal | undefined)[] {
  if (securityGroup === undefined || Token.isUnresolved(securityGroup)) return [];
  if (/^gke-security-groups@([a-z0-9-]+\.)+[a-z]{2,}$/.test(securityGroup)) return [];
  return [
    {
      property: 'securityGroup',
      rule: 'must be gke-security-groups@ and a domain, as GKE demands',
      got: securityGroup,
      remedy: 'make your groups members of a group of that name',
    },
  ];
}

/** Ways into a cluster that nothing here needs, all of them closed. */
const CLOSED_DOORS: Partial<ContainerClusterConfig> = {
  enableLegacyAbac: false,
  masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
  // Without a name, one may ask for health, and nothing else.
  anonymousAuthenticationConfig: { mode: 'LIMITED' },
  rbacBindingConfig: {
    enableInsecureBindingSystemAuthenticated: false,
    enableInsecureBindingSystemUnauthenticated: false,
  },
  serviceExternalIpsConfig: { enabled: false },
};
