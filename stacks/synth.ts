import { main } from './main';
import { previousFolder } from './previous-manifests';
import { infrastructureTree, manifestsTree } from './trees';

/** `npm run synth`: both halves, written together or not at all. */
main(
  (synthesis, selection) => [
    infrastructureTree('cdktf.out', synthesis, selection),
    manifestsTree('manifests', synthesis, selection),
  ],
  process.stdout,
  previousFolder('manifests'),
);
