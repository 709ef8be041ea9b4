import type { GoogleClusterEnvironment, Profile } from './environment';

/** What a profile fills in where the file says nothing. */
export interface ProfileDefaults {
  /** NAT gateways of an AWS network: one, or one for each zone so that no zone depends on another. */
  readonly natGateways: 'single' | 'per-zone' | 'none';
  /** Letters of the availability zones; the region goes before them. */
  readonly zones: readonly string[];
  readonly deletionProtection: boolean;
  /** Whether node pools run on machines that the cloud may take away. */
  readonly spot: boolean;
  /** Registry that pods pull from. */
  readonly registry: 'cluster' | 'external';
  /** Whether clusters are backed up. */
  readonly backups: boolean;
  /** Whether reads of secrets, keys, images and clusters are logged. */
  readonly auditLogs: boolean;
  readonly kubernetesVersion: string;
  readonly releaseChannel: GoogleClusterEnvironment['releaseChannel'];
  readonly diskSizeGib: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly [];
  readonly publicAccessCidrs: readonly [];
  readonly authorizedNetworks: readonly [];
  readonly administrators: readonly [];
}

const COMMON = {
  kubernetesVersion: '1.35',
  releaseChannel: 'REGULAR',
  diskSizeGib: 50,
  labels: {},
  taints: [],
  publicAccessCidrs: [],
  authorizedNetworks: [],
  administrators: [],
} as const;

/**
 * The defaults of every profile, in one table; a value in the file always wins.
 * Development is cheap and can be thrown away; production survives the loss of a zone and a hasty command.
 */
export const PROFILE_DEFAULTS: Readonly<Record<Profile, ProfileDefaults>> = {
  development: {
    ...COMMON,
    natGateways: 'single',
    zones: ['a', 'b'],
    deletionProtection: false,
    spot: true,
    registry: 'external',
    backups: false,
    auditLogs: false,
  },
  production: {
    ...COMMON,
    natGateways: 'per-zone',
    zones: ['a', 'b', 'c'],
    deletionProtection: true,
    spot: false,
    registry: 'cluster',
    backups: true,
    auditLogs: true,
  },
};
