import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { SERVICE_LABEL } from '../../core/labels';
import { servicePort, transport } from '../../core/model/port';
import { ownsServices } from '../rollouts/service-owner';
import { objectMetadata, type ObjectMetadata, type WorkloadContext } from '../workload-props';

/** Name of the Service that gives a StatefulSet's pods their own host names. */
export function headlessServiceName(workload: string): string {
  return `${workload}-headless`;
}

/**
 * The Services in front of a workload: one address for all pods, and for a StatefulSet a name for each. A job has none,
 * since nobody calls it: its ports are for Prometheus, which finds the pods by themselves.
 */
export function addServices(scope: Construct, context: WorkloadContext): void {
  if (context.kind === 'Job' || context.kind === 'CronJob') return;
  if (Object.keys(context.ports).length > 0 && ownsServices(context)) {
    new k8s.KubeService(scope, 'Service', {
      metadata: objectMetadata(context),
      spec: { type: 'ClusterIP', selector: { ...context.selector }, ports: servicePorts(context) },
    });
  }
  if (context.kind !== 'StatefulSet') return;
  new k8s.KubeService(scope, 'HeadlessService', {
    // Another name than the workload's, or Prometheus would find every pod through both Services.
    metadata: headlessMetadata(context),
    spec: {
      clusterIp: 'None',
      // Members find each other before they are ready, which is how they become ready.
      publishNotReadyAddresses: true,
      selector: { ...context.selector },
      ports: servicePorts(context),
    },
  });
}

function headlessMetadata(context: WorkloadContext): ObjectMetadata {
  const name = headlessServiceName(context.name);
  const metadata = objectMetadata(context, name);
  return { ...metadata, labels: { ...metadata.labels, [SERVICE_LABEL]: name } };
}

/** The ports of a workload's Services, which lead to the container's by name. */
export function servicePorts(context: WorkloadContext): k8s.ServicePort[] {
  return Object.entries(context.ports).map(([name, port]) => ({
    name,
    port: servicePort(port),
    targetPort: k8s.IntOrString.fromString(name),
    protocol: transport(port),
    ...(port.protocol === 'udp' ? {} : { appProtocol: port.protocol ?? 'tcp' }),
  }));
}
