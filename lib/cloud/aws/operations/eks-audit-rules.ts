import type { MonitoredCluster } from './monitored-cluster';

/** One alarm on what the audit log of a cluster says. */
export interface EksAuditRule {
  /** What happened, in a sentence. */
  readonly summary: string;
  /** What it means and what to do. */
  readonly runbook: string;
  /** How many a period are in order. */
  readonly threshold: number;
  /** Which events of the audit log count. */
  readonly pattern: (cluster: MonitoredCluster, breakGlassRoleName: string | undefined) => string | undefined;
}

/** People and their tools: neither pods, nor nodes, nor what EKS runs itself. */
const BY_PEOPLE = '$.user.username != "system:*" && $.user.username != "eks:*"';
/** A request is in the log several times, once a stage. */
const DONE = '$.stage = "ResponseComplete"';
const ALLOWED = '$.responseStatus.code < 400';
/** Paths that Kubernetes lets anybody ask for. */
const PUBLIC_PATHS = ['/healthz*', '/livez*', '/readyz*', '/version*'] as const;

/** Fields of events: https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/ */
export const AUDIT_RULES = {
  'anonymous-access': {
    summary: 'Somebody without a name was let in',
    threshold: 0,
    pattern: () => {
      const elsewhere = PUBLIC_PATHS.map((path) => `$.requestURI != "${path}"`).join(' && ');
      return `{ $.user.username = "system:anonymous" && ${DONE} && ${ALLOWED} && ${elsewhere} }`;
    },
    runbook:
      'A role binding gives rights to `system:anonymous` or `system:unauthenticated`. Find it and remove it; the audit log has the address that the request came from.',
  },
  'break-glass-used': {
    summary: 'The role for emergencies was used',
    threshold: 0,
    pattern: ({ account }, role) =>
      role === undefined
        ? undefined
        : `{ $.user.username = "arn:aws:sts::${account}:assumed-role/${role}/*" && ${DONE} }`,
    runbook:
      'Ask who it was: the name of the session is in `user.username`. If nobody has an emergency, take the sessions of the role back in IAM at once.',
  },
  'command-in-container': {
    summary: 'A person ran a command in a container',
    threshold: 0,
    pattern: () =>
      `{ ($.objectRef.subresource = "exec" || $.objectRef.subresource = "attach" || $.objectRef.subresource = "ephemeralcontainers") && ${BY_PEOPLE} }`,
    runbook:
      'What is run by hand is in no manifest and under no review. The event says who it was and in which pod; replace the pod when the work is done.',
  },
  'requests-forbidden': {
    summary: 'Many requests are refused',
    threshold: 100,
    pattern: () => `{ $.responseStatus.code = 403 && ${DONE} }`,
    runbook:
      'Either a right is missing somewhere since the last change, or somebody tries what a stolen token may do. Count the events by `user.username`.',
  },
  'rights-changed-by-hand': {
    summary: 'A person changed who may do what',
    threshold: 0,
    pattern: () =>
      `{ ($.objectRef.resource = "clusterrolebindings" || $.objectRef.resource = "clusterroles" || $.objectRef.resource = "rolebindings" || $.objectRef.resource = "roles") && ($.verb = "create" || $.verb = "update" || $.verb = "patch" || $.verb = "delete") && ${BY_PEOPLE} && ${DONE} && ${ALLOWED} }`,
    runbook:
      'Rights come with GitOps, whose controllers are not counted here. Compare the object with its manifest, and undo what is not in it.',
  },
  'secrets-read-by-people': {
    summary: 'A person read a secret',
    threshold: 0,
    pattern: () =>
      `{ $.objectRef.resource = "secrets" && ($.verb = "get" || $.verb = "list" || $.verb = "watch") && ${BY_PEOPLE} && ${DONE} && ${ALLOWED} }`,
    runbook:
      'The event says who it was and which secret. If there was no reason, give the secret a new value; and take the right away.',
  },
} as const satisfies Readonly<Record<string, EksAuditRule>>;
