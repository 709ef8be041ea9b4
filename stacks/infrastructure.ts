import { main } from './main';
import { infrastructureTree } from './trees';

/** Entry point of `cdktf.json`. The cdktf command says where it wants the stacks. */
const outdir = process.env['CDKTF_OUTDIR'] ?? 'cdktf.out';
main((synthesis, selection) => [infrastructureTree(outdir, synthesis, selection)]);
