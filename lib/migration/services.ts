import type { Finding, Severity } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { at, listAt, textAt } from './at';
import type { ClusterChange, ObjectChange } from './cluster-change';
import { cannotBecome } from './field-change';
import { kubectl, report, resource, steps } from './statement';

/** A change of a Service, and what it does. */
interface ServiceFault {
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Rule `immutable-field` for Services: an address that was given stays, and so does its family.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/apis/core/validation/validation.go (`ValidateServiceUpdate`)
 */
export function serviceFindings({ changed }: ClusterChange): readonly Finding[] {
  return changed
    .filter(({ next }) => next.kind === 'Service' && next.apiVersion === 'v1')
    .flatMap((change) =>
      serviceFaults(change).map((fault) =>
        report({ path: change.path, manifest: change.next }, { rule: 'immutable-field', ...fault }),
      ),
    );
}

function serviceFaults({ previous, next }: ObjectChange): readonly ServiceFault[] {
  const [before, after] = [typeOf(previous), typeOf(next)];
  if (before !== after && [before, after].includes('ExternalName')) return [externalName(next, before, after)];
  return [
    ...clusterIp(previous, next),
    ...firstFamily(previous, next),
    ...familyPolicy(previous, next),
    ...(before === 'LoadBalancer' && after === before ? loadBalancerClass(previous, next) : []),
  ];
}

/** The API server takes this, and gives the address away or a new one. */
function externalName(next: Manifest, before: string, after: string): ServiceFault {
  return {
    severity: 'warning',
    message: `spec.type was '${before}' and becomes '${after}': its name leads elsewhere, and open connections to its address break`,
    remedy: `give the new one another name, have callers name that, then take '${next.metadata.name}' away`,
  };
}

/** Where the new one does not say, the API server keeps the old address: one without an address never gets any. */
function clusterIp(previous: Manifest, next: Manifest): readonly ServiceFault[] {
  const [before, after] = [textAt(previous, 'spec', 'clusterIP'), textAt(next, 'spec', 'clusterIP')];
  if (before === after || (after === undefined && before !== 'None')) return [];
  return [{ severity: 'error', message: cannotBecome('spec.clusterIP', before, after), remedy: madeAnew(next) }];
}

function firstFamily(previous: Manifest, next: Manifest): readonly ServiceFault[] {
  const [before] = listAt(previous, 'spec', 'ipFamilies');
  const [after] = listAt(next, 'spec', 'ipFamilies');
  if (before === undefined || after === undefined || before === after) return [];
  return [{ severity: 'error', message: cannotBecome('spec.ipFamilies.0', before, after), remedy: madeAnew(next) }];
}

/** https://kubernetes.io/docs/concepts/services-networking/dual-stack/#switching-services-between-single-stack-and-dual-stack */
function familyPolicy(previous: Manifest, next: Manifest): readonly ServiceFault[] {
  const before = textAt(previous, 'spec', 'ipFamilyPolicy') ?? 'SingleStack';
  const after = textAt(next, 'spec', 'ipFamilyPolicy') ?? 'SingleStack';
  if (before === 'SingleStack' || after !== 'SingleStack') return [];
  return [
    {
      severity: 'warning',
      message: `spec.ipFamilyPolicy was '${before}' and becomes '${after}': its second address is given away`,
      remedy: 'make sure that no caller uses it, by name or by number',
    },
  ];
}

function loadBalancerClass(previous: Manifest, next: Manifest): readonly ServiceFault[] {
  const [before, after] = [at(previous, 'spec', 'loadBalancerClass'), at(next, 'spec', 'loadBalancerClass')];
  if (before === after) return [];
  const message = cannotBecome('spec.loadBalancerClass', before, after);
  const remedy = `add a second Service with the other class, move the traffic, then take '${next.metadata.name}' away`;
  return [{ severity: 'error', message, remedy }];
}

function typeOf(service: Manifest): string {
  return textAt(service, 'spec', 'type') ?? 'ClusterIP';
}

function madeAnew(next: Manifest): string {
  return steps(
    'waive this, push, and delete the old one; the next sync makes it anew, under another address',
    kubectl(next, `delete ${resource(next)}`),
  );
}
