import type { ManifestFile } from '../core/manifest';
import { list, text, texts, value } from './output';
import { namespaceOf } from './pods';

/** A connection as the mesh sees it: who by service account, to which labels, on which port. */
export interface MeshFlow {
  readonly from: { readonly namespace: string; readonly serviceAccount: string };
  readonly to: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  readonly port: number;
}

/**
 * Whether Istio's ALLOW policies let a connection through, whatever its method and path. With no policy on the
 * target all is let through; with one, only what a rule names.
 */
export function allowedByMesh(files: readonly ManifestFile[], flow: MeshFlow): boolean {
  const policies = files
    .map((file) => file.manifest)
    .filter((manifest) => manifest.kind === 'AuthorizationPolicy' && namespaceOf(manifest) === flow.to.namespace)
    .filter((manifest) => (text(manifest, 'spec', 'action') ?? 'ALLOW') === 'ALLOW')
    .filter((manifest) =>
      Object.entries(texts(manifest, 'spec', 'selector', 'matchLabels')).every(
        ([key, wanted]) => flow.to.labels[key] === wanted,
      ),
    );
  if (policies.length === 0) return true;
  return policies.some((policy) => list(policy, 'spec', 'rules').some((rule) => allows(rule, flow)));
}

function allows(rule: unknown, flow: MeshFlow): boolean {
  const principal = `cluster.local/ns/${flow.from.namespace}/sa/${flow.from.serviceAccount}`;
  const sources = list(rule, 'from');
  const fromMatches =
    sources.length === 0 ||
    sources.some((entry) => {
      const principals = list(entry, 'source', 'principals');
      return principals.length === 0 || principals.includes(principal);
    });
  const operations = list(rule, 'to');
  const toMatches =
    operations.length === 0 ||
    operations.some((entry) => {
      const ports = list(entry, 'operation', 'ports');
      return ports.length === 0 || ports.includes(String(flow.port));
    });
  return fromMatches && toMatches && value(rule, 'when') === undefined;
}
