import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { stringify } from 'yaml';
import { refuse, type Refusal } from '../../core/errors';
import { isEventMetric, type Autoscaling } from '../../core/model/scaling';
import { adapterMetrics, type AdapterMetric, type AdapterRule } from './adapter-rule';

/** Where the rules are kept where nobody says otherwise. */
export const ADAPTER_DEFAULTS = { name: 'prometheus-adapter-rules', namespace: 'monitoring' } as const;

/** Key of the ConfigMap that the adapter's chart takes for its configuration. */
const CONFIG_FILE = 'config.yaml';

/** A service whose autoscaler may follow metrics of the adapter. */
export interface ScaledService {
  readonly name: string;
  /** @default - it follows none */
  readonly autoscaling?: Autoscaling;
}

/** Properties for `MetricsAdapterRules`. */
export interface MetricsAdapterRulesProps {
  /** Every service that is scaled on the cluster; the adapter has one configuration. */
  readonly services: readonly ScaledService[];
  /** @default 'prometheus-adapter-rules' */
  readonly name?: string;
  /** @default 'monitoring' */
  readonly namespace?: string;
}

/** The metrics adapter's configuration, apart from CPU and memory, which are the Metrics Server's. */
export interface AdapterConfig {
  readonly rules: readonly AdapterRule[];
  readonly externalRules: readonly AdapterRule[];
}

/** Configuration of the metrics adapter for the metrics of some services, sorted by their names, each once. */
export function adapterConfig(services: readonly ScaledService[]): AdapterConfig {
  const metrics = services.flatMap(({ autoscaling = {} }) => adapterMetrics(autoscaling));
  return { rules: rulesOf(metrics, 'rules'), externalRules: rulesOf(metrics, 'externalRules') };
}

/**
 * What the metrics adapter for Prometheus reads from a ConfigMap, so that autoscalers find the metrics that services
 * describe by `from`. Its chart takes it as `rules.existing`.
 *
 * Throws a `ConstructError` where two services mean different things by one metric, and where KEDA serves external
 * metrics on the cluster already: https://github.com/kedacore/keda/issues/470.
 */
export class MetricsAdapterRules extends Construct {
  constructor(scope: Construct, id: string, props: MetricsAdapterRulesProps) {
    super(scope, id);
    const { services, name = ADAPTER_DEFAULTS.name, namespace = ADAPTER_DEFAULTS.namespace } = props;
    refuse(this.node.path, [...conflictRefusals(services), ...externalRefusals(services)]);
    new k8s.KubeConfigMap(this, 'Resource', {
      metadata: { name, namespace },
      data: { [CONFIG_FILE]: stringify(adapterConfig(services), { lineWidth: 0 }) },
    });
  }
}

function rulesOf(metrics: readonly AdapterMetric[], list: AdapterMetric['list']): readonly AdapterRule[] {
  const rules = new Map(metrics.filter((metric) => metric.list === list).map(({ key, rule }) => [key, rule]));
  return [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
}

/** Each metric that differs from the same one of an earlier service. */
function conflictRefusals(services: readonly ScaledService[]): readonly Refusal[] {
  const first = new Map<string, { readonly service: string; readonly rule: string }>();
  return services.flatMap(({ name: service, autoscaling = {} }) =>
    adapterMetrics(autoscaling).flatMap(({ list, key, rule }) => {
      const [id, text] = [`${list}/${key}`, JSON.stringify(rule)];
      const known = first.get(id);
      if (known === undefined) first.set(id, { service, rule: text });
      if (known === undefined || known.rule === text) return [];
      return {
        property: `${service}.autoscaling.metrics.${rule.name.as}.from`,
        rule: `must be what ${known.service} means by a metric of this name`,
        got: rule.metricsQuery.replace('<<.Series>>', rule.name.matches.slice(1, -1)),
        remedy: 'give one of them another name',
      };
    }),
  );
}

/** One server answers for external metrics on a cluster, and KEDA's autoscalers have no other kind. */
function externalRefusals(services: readonly ScaledService[]): readonly Refusal[] {
  const metricsOf = ({ autoscaling }: ScaledService) => Object.entries(autoscaling?.metrics ?? {});
  const [ofKeda] = services.filter((service) => metricsOf(service).some(([, metric]) => isEventMetric(metric)));
  if (ofKeda === undefined) return [];
  return services.flatMap((service) =>
    metricsOf(service)
      .filter(([, metric]) => metric.type === 'external')
      .map(([name, { type }]) => ({
        property: `${service.name}.autoscaling.metrics.${name}.type`,
        rule: `must not be served beside KEDA, which ${ofKeda.name} is scaled by`,
        got: type,
        remedy: 'ask Prometheus for it by a metric of type prometheus',
      })),
  );
}
