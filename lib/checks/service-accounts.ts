import type { Manifest } from '../core/manifest';
import type { ServiceModel } from '../core/model/system-model';
import { ofKind, type Grant, type IdentityFault, type IdentityScope } from './identity-scope';
import { text, type ClusterOutput } from './output';
import { pods, type Pods } from './pods';
import { servicePods } from './service-pods';

/**
 * Faults of who runs as whom: each service with permissions has a service account of its own name, its pods run as
 * that one and no others do; and where there are no permissions nobody gives the account an identity.
 */
export function serviceAccountFaults(scope: IdentityScope, grants: readonly Grant[]): readonly IdentityFault[] {
  return Object.values(scope.model.services).flatMap((service) =>
    (service.permissions ?? []).length === 0
      ? needlessFaults(scope.cluster, service, grants)
      : [...lostFaults(scope, service), ...strangerFaults(scope, service)],
  );
}

/** An identity whose account is not written at all is told as an orphan. */
function needlessFaults(
  cluster: ClusterOutput,
  { namespace, name }: ServiceModel,
  grants: readonly Grant[],
): readonly IdentityFault[] {
  const account = accountOf(cluster, namespace, name);
  if (account === undefined) return [];
  return grants
    .filter((grant) => grant.namespace === namespace && grant.serviceAccount === name)
    .map(({ identity }) => ({
      manifest: account,
      message: `may act as ${identity}, while service ${name} has no permissions`,
    }));
}

function lostFaults({ model, cluster }: IdentityScope, service: ServiceModel): readonly IdentityFault[] {
  const { namespace, name } = service;
  const own = servicePods(model, cluster.manifests).filter((it) => it.service === service);
  const isWritten = accountOf(cluster, namespace, name) !== undefined;
  return makers(own).flatMap(({ manifest, runsAs }) => {
    if (runsAs !== name)
      return [{ manifest, message: `runs as service account ${runsAs}, and not as ${name} as its permissions want` }];
    return isWritten ? [] : [{ manifest, message: `has permissions as ${namespace}/${name}, which is not written` }];
  });
}

/** Whoever runs as a service account may do all that it may. */
function strangerFaults({ model, cluster }: IdentityScope, service: ServiceModel): readonly IdentityFault[] {
  const { namespace, name } = service;
  const own = servicePods(model, cluster.manifests).filter((it) => it.service === service);
  const strangers = pods(cluster.manifests).filter(
    (pod) => pod.namespace === namespace && !own.some(({ file }) => file === pod.file),
  );
  return makers(strangers)
    .filter(({ runsAs }) => runsAs === name)
    .map(({ manifest }) => ({
      manifest,
      message: `runs as service account ${name}, which is service ${name}'s alone`,
    }));
}

/** What makes some pods, each once, with the service account that they run as. */
function makers(some: readonly Pods[]): readonly { readonly manifest: Manifest; readonly runsAs: string }[] {
  const accounts = new Map(
    some.map(({ file, spec }) => [file.manifest, text(spec, 'serviceAccountName') ?? 'default']),
  );
  return [...accounts].map(([manifest, runsAs]) => ({ manifest, runsAs }));
}

function accountOf(cluster: ClusterOutput, namespace: string, name: string): Manifest | undefined {
  return ofKind(cluster, 'ServiceAccount').find(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
  );
}
