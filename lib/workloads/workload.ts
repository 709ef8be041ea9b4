import { Chart, type ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { refuse } from '../core/errors';
import { SERVICE_LABEL, serviceLabels } from '../core/labels';
import { METRICS_DEFAULTS, ServiceMonitor } from '../platform/observability/service-monitor';
import { addConfigMap } from './config-files';
import { Connections } from './connections';
import { addController } from './controller';
import { addDisruptionBudget } from './disruption';
import { addAutoscaler } from './scaling';
import { addExternalSecrets } from './secret-env';
import { addServices } from './services';
import { workloadRefusals } from './validation';
import { objectMetadata, type WorkloadContext, type WorkloadProps } from './workload-props';

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
  /** The Deployment or StatefulSet. */
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
    new k8s.KubeServiceAccount(this, 'ServiceAccount', {
      metadata: objectMetadata(context),
      automountServiceAccountToken: false,
    });
    if (context.secretStore !== undefined) addExternalSecrets(this, context, context.secretStore);
    const configMap = context.config === undefined ? undefined : addConfigMap(this, context, context.config);
    this.controller = addController(this, context, configMap);
    addServices(this, context);
    addAutoscaler(this, context);
    addDisruptionBudget(this, context);
    this.addMetrics(context);
  }

  private addMetrics(context: WorkloadContext): void {
    const { metrics, name, namespace, selector, mesh } = context;
    if (metrics === undefined) return;
    new ServiceMonitor(this, 'Metrics', {
      name,
      namespace,
      selector,
      metrics,
      ...(mesh === undefined ? {} : { mesh }),
    });
    this.connections.allowScraping(metrics.port, metrics.path ?? METRICS_DEFAULTS.path);
  }
}

function workloadContext(scope: Construct, name: string, props: WorkloadProps): WorkloadContext {
  const namespace = props.namespace ?? Chart.of(scope).namespace ?? 'default';
  const system = props.system ?? namespace;
  const selector = { [SERVICE_LABEL]: name };
  return { ...props, name, namespace, system, selector, labels: serviceLabels(system, name) };
}
