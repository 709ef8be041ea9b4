import type { Refusal } from '../../core/errors';
import type { ApiRule } from '../../core/model/api-access';
import { permissionRefusals } from '../../core/service-identity';
import type { WorkloadContext } from '../workload-props';
import { cloudVariables } from './cloud-variables';

/** Verbs that hand out what objects hold, whatever names a rule has: lists and watches know no names. */
const READS_ALL = ['list', 'watch'];

/** What a workload's properties say wrong of its rights in the cloud and in the Kubernetes API. */
export function identityRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const { permissions = [], cluster, apiAccess = [] } = context;
  return [
    permissions.length > 0 && cluster === undefined
      ? { property: 'cluster', rule: 'is needed where permissions ask for a cloud identity', got: cluster }
      : undefined,
    ...permissionRefusals('permissions', permissions),
    ...variableRefusals(context),
    ...apiAccess.flatMap((rule, index) => ruleRefusals(`apiAccess[${index}]`, rule)),
  ];
}

function variableRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const { env = {}, fieldEnv = {}, secretEnv = {} } = context;
  return Object.entries({ env, fieldEnv, secretEnv }).flatMap(([property, own]) =>
    cloudVariables(context).map(({ name }) =>
      Object.hasOwn(own, name)
        ? { property: `${property}.${name}`, rule: 'must not be what permissions set by themselves', got: name }
        : undefined,
    ),
  );
}

function ruleRefusals(property: string, rule: ApiRule): readonly (Refusal | undefined)[] {
  const lists = { apiGroups: rule.apiGroups, resources: rule.resources, verbs: rule.verbs };
  const isOfSecrets = rule.resources.includes('secrets');
  const readsAll = isOfSecrets && rule.verbs.some((verb) => READS_ALL.includes(verb));
  return [
    ...Object.entries(lists).flatMap(([key, values]) => [
      values.length === 0 ? { property: `${property}.${key}`, rule: 'must name one at least', got: values } : undefined,
      ...values
        .filter((value) => value.includes('*'))
        .map((got) => ({ property: `${property}.${key}`, rule: 'must name each by itself, not all by *', got })),
    ]),
    rule.resourceNames?.length === 0
      ? { property: `${property}.resourceNames`, rule: 'must name one at least', got: [], remedy: 'or leave it out' }
      : undefined,
    readsAll
      ? {
          property: `${property}.verbs`,
          rule: 'must not list or watch secrets, which shows what all of them hold',
          got: rule.verbs,
          remedy: 'get the ones that resourceNames names',
        }
      : undefined,
    isOfSecrets && !readsAll && rule.verbs.includes('get') && rule.resourceNames === undefined
      ? {
          property: `${property}.resourceNames`,
          rule: 'is needed where secrets are read, of which a name is soon guessed',
          got: rule.resourceNames,
        }
      : undefined,
  ];
}
