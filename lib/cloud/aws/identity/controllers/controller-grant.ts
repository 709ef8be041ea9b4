import type { Refusal } from '../../../../core/errors';
import type { PolicyStatement } from '../../iam/policy-document';
import { type AwsGatewayApiGrant, awsGatewayApiStatements } from './aws-gateway-api';
import { type CertManagerGrant, certManagerRefusals, certManagerStatements } from './cert-manager';
import { type CloudWatchAgentGrant, cloudWatchAgentRefusals, cloudWatchAgentStatements } from './cloudwatch-agent';
import { type ClusterAutoscalerGrant, clusterAutoscalerStatements } from './cluster-autoscaler';
import type { ControllerCluster } from './controller-placement';
import { type ExternalDnsGrant, externalDnsRefusals, externalDnsStatements } from './external-dns';
import { type FluentBitGrant, fluentBitRefusals, fluentBitStatements } from './fluent-bit';
import { type KedaGrant, kedaRefusals, kedaStatements } from './keda';
import {
  type LoadBalancerControllerGrant,
  loadBalancerControllerRefusals,
  loadBalancerControllerStatements,
} from './load-balancer-controller';
import { type VeleroGrant, veleroRefusals, veleroStatements } from './velero';

/** A controller of the platform, and what it works on. Each may be said to run elsewhere than its chart puts it. */
export type ControllerGrant =
  | AwsGatewayApiGrant
  | CertManagerGrant
  | CloudWatchAgentGrant
  | ClusterAutoscalerGrant
  | ExternalDnsGrant
  | FluentBitGrant
  | KedaGrant
  | LoadBalancerControllerGrant
  | VeleroGrant;

/** What a controller has to be allowed. Ask `controllerRefusals` first. */
export function controllerStatements(cluster: ControllerCluster, grant: ControllerGrant): readonly PolicyStatement[] {
  switch (grant.kind) {
    case 'aws-gateway-api':
      return awsGatewayApiStatements(cluster);
    case 'cert-manager':
      return certManagerStatements(grant);
    case 'cloudwatch-agent':
      return cloudWatchAgentStatements(cluster, grant);
    case 'cluster-autoscaler':
      return clusterAutoscalerStatements(cluster);
    case 'external-dns':
      return externalDnsStatements(grant);
    case 'fluent-bit':
      return fluentBitStatements(cluster, grant);
    case 'keda':
      return kedaStatements(cluster, grant);
    case 'load-balancer-controller':
      return loadBalancerControllerStatements(cluster, grant);
    case 'velero':
      return veleroStatements(cluster, grant);
  }
}

/** Refuses what a controller cannot work on. */
export function controllerRefusals(grant: ControllerGrant): (Refusal | undefined)[] {
  switch (grant.kind) {
    case 'cert-manager':
      return certManagerRefusals(grant);
    case 'cloudwatch-agent':
      return cloudWatchAgentRefusals(grant);
    case 'external-dns':
      return externalDnsRefusals(grant);
    case 'fluent-bit':
      return fluentBitRefusals(grant);
    case 'keda':
      return kedaRefusals(grant);
    case 'load-balancer-controller':
      return loadBalancerControllerRefusals(grant);
    case 'velero':
      return veleroRefusals(grant);
    case 'aws-gateway-api':
    case 'cluster-autoscaler':
      return [];
  }
}
