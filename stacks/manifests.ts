import { main } from './main';
import { previousFolder } from './previous-manifests';
import { manifestsTree } from './trees';

/** Entry point of `cdk8s.yaml`. The cdk8s command says where it wants the manifests. */
const outdir = process.env['CDK8S_OUTDIR'] ?? 'manifests';
// `cdk8s synth --stdout` prints manifests, and nothing may come between them.
main((synthesis, selection) => [manifestsTree(outdir, synthesis, selection)], process.stderr, previousFolder(outdir));
