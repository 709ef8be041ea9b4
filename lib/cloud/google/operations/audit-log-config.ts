import { ProjectIamAuditConfig } from '@cdktf/provider-google/lib/project-iam-audit-config';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { memberRefusal } from '../iam-member';

const LOG_TYPES = ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'] as const;

/** What is logged: reading of configuration, reading of data, writing of data. Changes of configuration always are. */
export type AuditLogType = (typeof LOG_TYPES)[number];

/** What of one service is logged. */
export interface ServiceAuditLog {
  /**
   * Kinds of access that are logged.
   *
   * @default ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE']
   */
  readonly logTypes?: readonly AuditLogType[];
  /**
   * IAM members whose access is not logged.
   *
   * @default - none
   */
  readonly exemptedMembers?: readonly string[];
}

/**
 * What is logged unless told otherwise. Every use of a key and of a secret is; of images and of the Kubernetes API only
 * what changes something, since clusters read both all the time and entries are charged for.
 */
export const DEFAULT_AUDIT_LOGS: Readonly<Record<string, ServiceAuditLog>> = {
  'artifactregistry.googleapis.com': { logTypes: ['ADMIN_READ', 'DATA_WRITE'] },
  'cloudkms.googleapis.com': {},
  'container.googleapis.com': { logTypes: ['ADMIN_READ', 'DATA_WRITE'] },
  'secretmanager.googleapis.com': {},
};

/** Properties for `AuditLogConfig`. */
export interface AuditLogConfigProps {
  /** Project id. */
  readonly project: string;
  /**
   * What is logged, by the host name of an API; `allServices` stands for every one.
   *
   * @default - the API of GKE, and those of the keys, secrets and images
   */
  readonly services?: Readonly<Record<string, ServiceAuditLog>>;
}

/**
 * Has accesses of data written to the audit logs of a project. It has the last word on each service that it names:
 * what others configured for that service is overwritten. Services that it does not name are left alone.
 */
export class AuditLogConfig extends Construct {
  constructor(scope: Construct, id: string, props: AuditLogConfigProps) {
    super(scope, id);

    const services = Object.entries(props.services ?? DEFAULT_AUDIT_LOGS);
    refuse(
      this.node.path,
      services.flatMap(([service, options]) => serviceRefusals(service, options)),
    );

    for (const [service, { logTypes = LOG_TYPES, exemptedMembers = [] }] of services) {
      new ProjectIamAuditConfig(this, service, {
        project: props.project,
        service,
        auditLogConfig: [...new Set(logTypes)].sort().map((logType) => ({
          logType,
          exemptedMembers: exemptedMembers.length === 0 ? undefined : [...new Set(exemptedMembers)].sort(),
        })),
      });
    }
  }
}

function serviceRefusals(
  service: string,
  { logTypes, exemptedMembers = [] }: ServiceAuditLog,
): (Refusal | undefined)[] {
  return [
    service === 'allServices' || /^[a-z][a-z0-9-]*\.googleapis\.com$/.test(service)
      ? undefined
      : { property: 'services', rule: 'must name APIs such as container.googleapis.com, or allServices', got: service },
    logTypes?.length === 0
      ? { property: `services.${service}.logTypes`, rule: 'must name one kind at least', got: logTypes }
      : undefined,
    ...exemptedMembers.map((member) => memberRefusal(`services.${service}.exemptedMembers`, member)),
  ];
}
