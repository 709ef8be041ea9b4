import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { imageReference } from '../../core/image-registry';
import { KUBECTL_IMAGE } from '../../core/kubectl-image';
import { SERVICE_LABEL } from '../../core/labels';
import type { DisruptionLimit, DisruptionSchedule } from '../../core/model/disruption';
import { DisruptionBudget, type DisruptionBudgetProps } from './disruption-budget';

/** Properties for `ScheduledDisruptionBudget`. */
export interface ScheduledDisruptionBudgetProps extends DisruptionBudgetProps {
  readonly schedule: DisruptionSchedule;
  /**
   * Full reference of an image with `/bin/kubectl`: a mirror's, or one with a digest.
   *
   * @default - `KUBECTL_IMAGE`
   */
  readonly image?: string;
}

/**
 * Fields of a scheduled budget that change at its times, as JSON pointers. A GitOps engine has to leave them alone, or it
 * undoes each change: Argo CD by `ignoreDifferences` with `RespectIgnoreDifferences=true`.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/
 */
export const BUDGET_OWNED_FIELDS = ['/spec/maxUnavailable', '/spec/minAvailable'] as const;

/** The controller adds 11 characters to a CronJob's name, of the 63 that a Job's has. */
const MAX_CRON_JOB_NAME = 52;

/** Longest name of a budget, whose CronJobs are named after it. */
export const MAX_BUDGET_NAME = MAX_CRON_JOB_NAME - '-budget-start'.length;

/** Keeps Istio's proxy out, which would outlive kubectl and ask for policies of its own. */
const OUTSIDE_MESH = { 'sidecar.istio.io/inject': 'false' } as const;

/** A change is late rather than left out, as the limit before it would stay until the next. */
const STARTING_DEADLINE_SECONDS = 3600;

/** A user without a name or rights: kubectl needs none on its own file system. */
const USER = 65532;

/**
 * A disruption budget with another limit at times: two CronJobs change it at the beginning and at the end, as a service
 * account that may change this one budget. Where connections are denied, their pods have to be let to the API server.
 */
export class ScheduledDisruptionBudget extends Construct {
  /** Labels that select the pods of the CronJobs; never those that the budget counts. */
  public readonly selector: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: ScheduledDisruptionBudgetProps) {
    super(scope, id);
    const agent = `${props.name}-budget`;
    this.selector = { [SERVICE_LABEL]: agent };
    new DisruptionBudget(this, 'Budget', props);
    addRights(this, props, agent);
    const { start, end, limit } = props.schedule;
    addChange(this, 'Start', { ...props, agent, cron: start, to: limit });
    addChange(this, 'End', { ...props, agent, cron: end, to: props.limit });
  }
}

function metadata(
  { namespace, labels }: ScheduledDisruptionBudgetProps,
  agent: string,
  name = agent,
): k8s.ObjectMeta & { readonly labels: Record<string, string> } {
  return { name, namespace, labels: { ...labels, [SERVICE_LABEL]: agent } };
}

/** kubectl reads the object before it patches it. */
function addRights(scope: Construct, props: ScheduledDisruptionBudgetProps, agent: string): void {
  new k8s.KubeServiceAccount(scope, 'ServiceAccount', {
    metadata: metadata(props, agent),
    automountServiceAccountToken: false,
  });
  new k8s.KubeRole(scope, 'Role', {
    metadata: metadata(props, agent),
    rules: [
      {
        apiGroups: ['policy'],
        resources: ['poddisruptionbudgets'],
        resourceNames: [props.name],
        verbs: ['get', 'patch'],
      },
    ],
  });
  new k8s.KubeRoleBinding(scope, 'RoleBinding', {
    metadata: metadata(props, agent),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: agent },
    subjects: [{ kind: 'ServiceAccount', name: agent, namespace: props.namespace }],
  });
}

/** One of the two changes. */
interface Change extends ScheduledDisruptionBudgetProps {
  readonly agent: string;
  readonly cron: string;
  readonly to: DisruptionLimit;
}

function addChange(scope: Construct, id: 'Start' | 'End', change: Change): void {
  const { agent, cron, schedule } = change;
  const own = metadata(change, agent, `${agent}-${id.toLowerCase()}`);
  const { labels } = own;
  new k8s.KubeCronJob(scope, id, {
    metadata: own,
    spec: {
      schedule: cron,
      timeZone: schedule.timeZone,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: STARTING_DEADLINE_SECONDS,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        metadata: { labels },
        spec: {
          backoffLimit: 6,
          activeDeadlineSeconds: 600,
          template: { metadata: { labels: { ...labels, ...OUTSIDE_MESH } }, spec: pod(change) },
        },
      },
    },
  });
}

function pod({ agent, name, namespace, to, image }: Change): k8s.PodSpec {
  const { repository, tag } = KUBECTL_IMAGE;
  const patch = `--patch=${JSON.stringify({ spec: patchOf(to) })}`;
  return {
    serviceAccountName: agent,
    automountServiceAccountToken: true,
    enableServiceLinks: false,
    restartPolicy: 'OnFailure',
    securityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      runAsGroup: USER,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'kubectl',
        image: image ?? imageReference(repository, { tag }),
        command: ['/bin/kubectl'],
        args: ['patch', 'poddisruptionbudget', name, `--namespace=${namespace}`, '--type=merge', patch],
        resources: amounts(),
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  };
}

/** Kubernetes refuses a budget with both fields, so the other one goes in the same change. */
function patchOf(limit: DisruptionLimit): Record<string, unknown> {
  return { maxUnavailable: null, minAvailable: null, ...limit };
}

function amounts(): k8s.ResourceRequirements {
  const quantities = (cpu: string, memory: string): Record<string, k8s.Quantity> => ({
    cpu: k8s.Quantity.fromString(cpu),
    memory: k8s.Quantity.fromString(memory),
  });
  return { requests: quantities('10m', '64Mi'), limits: quantities('100m', '128Mi') };
}
