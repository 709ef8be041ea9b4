import { Chart, type ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { refuse } from '../core/errors';
import { SERVICE_LABEL, serviceLabels } from '../core/labels';
import { Connections } from './connections/connections';
import { addOwnConnections } from './connections/own-connections';
import { addController } from './controllers/controller';
import { addServices } from './controllers/services';
import { addDisruptionBudget } from './disruption/budget';
import { addApiAccess } from './identity/api-access';
import { addServiceAccount } from './identity/service-account';
import { addClaims } from './pod/claims';
import { addConfigMaps } from './pod/config-files';
import { addExternalSecrets } from './pod/secret-env';
import { addAutoscaler } from './scaling/autoscaler';
import { addTelemetry } from './telemetry/telemetry';
import { workloadRefusals } from './validation';
import type { WorkloadContext, WorkloadProps } from './workload-props';

/**
 * One service on a cluster, from one declaration: its pods and their controller, Services, service account,
 * configuration, secrets, probes, autoscaler, disruption budget, spread and metrics. Pods satisfy Pod Security
 * `restricted`, and reach nothing until `connections` says so.
 *
 * The id is the name of every object. Throws a `ConstructError` with all faults of the properties.
 */
export class Workload extends Construct {
  /** Name of the workload, its Service and its service account. */
  public readonly name: string;
  public readonly namespace: string;
  /** Labels that select the pods. */
  public readonly selector: Readonly<Record<string, string>>;
  /** What makes the pods: a Deployment, Rollout, StatefulSet, DaemonSet, Job or CronJob. */
  public readonly controller: ApiObject;
  /** Whom the workload may talk to. */
  public readonly connections: Connections;

  constructor(scope: Construct, id: string, props: WorkloadProps) {
    super(scope, id);
    const context = workloadContext(this, id, props);
    refuse(this.node.path, workloadRefusals(context));

    this.name = context.name;
    this.namespace = context.namespace;
    this.selector = context.selector;
    this.connections = new Connections(this, 'Connections', context);
    addOwnConnections(context, this.connections);
    addServiceAccount(this, context);
    addApiAccess(this, context);
    addExternalSecrets(this, context);
    addClaims(this, context);
    this.controller = addController(this, context, addConfigMaps(this, context));
    addServices(this, context);
    addAutoscaler(this, context);
    addDisruptionBudget(this, context);
    addTelemetry(this, context, this.connections);
  }
}

function workloadContext(scope: Construct, name: string, props: WorkloadProps): WorkloadContext {
  const namespace = props.namespace ?? Chart.of(scope).namespace ?? 'default';
  const system = props.system ?? namespace;
  const selector = { [SERVICE_LABEL]: name };
  const { ports = {} } = props;
  return { ...props, ports, name, namespace, system, selector, labels: serviceLabels(system, name) };
}
