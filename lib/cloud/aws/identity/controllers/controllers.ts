import type { ControllerGrant } from './controller-grant';

/** Where a controller runs. */
export interface ControllerServiceAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * Where controllers run unless told otherwise: the service account that the chart, or what AWS publishes, makes when
 * its release is called after the controller, and the namespace that its documentation installs it in.
 */
export const CONTROLLERS: Readonly<Record<ControllerGrant['kind'], ControllerServiceAccount>> = {
  // https://www.gateway-api-controller.eks.aws.dev/latest/guides/deploy/
  'aws-gateway-api': { namespace: 'aws-application-networking-system', serviceAccount: 'gateway-api-controller' },
  // https://cert-manager.io/docs/installation/helm/
  'cert-manager': { namespace: 'cert-manager', serviceAccount: 'cert-manager' },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/install-CloudWatch-Observability-EKS-addon.html
  'cloudwatch-agent': { namespace: 'amazon-cloudwatch', serviceAccount: 'cloudwatch-agent' },
  // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/examples/cluster-autoscaler-autodiscover.yaml
  'cluster-autoscaler': { namespace: 'kube-system', serviceAccount: 'cluster-autoscaler' },
  // https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html
  'external-dns': { namespace: 'external-dns', serviceAccount: 'external-dns' },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-setup-logs-FluentBit.html
  'fluent-bit': { namespace: 'amazon-cloudwatch', serviceAccount: 'fluent-bit' },
  // https://keda.sh/docs/latest/deploy/
  keda: { namespace: 'keda', serviceAccount: 'keda-operator' },
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/
  'load-balancer-controller': { namespace: 'kube-system', serviceAccount: 'aws-load-balancer-controller' },
  // https://github.com/vmware-tanzu/helm-charts/blob/main/charts/velero/templates/serviceaccount-server.yaml
  velero: { namespace: 'velero', serviceAccount: 'velero-server' },
};
