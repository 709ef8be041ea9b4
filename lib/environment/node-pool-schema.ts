import { z } from 'zod';
import * as formats from './formats';
import { closed, defaulted } from './schema-parts';

const MAX_NODES = 1000;

const nodes = closed({
  min: formats.whole(0, MAX_NODES).describe('Fewest nodes of the whole pool, over all zones.'),
  max: formats.whole(1, MAX_NODES).describe('Most nodes of the whole pool, over all zones.'),
}).describe('Bounds within which the number of nodes follows the load.');

const taint = closed({
  key: formats.labelKey().describe('Key of the taint.'),
  value: formats.labelValue().describe('Value of the taint.'),
  effect: z
    .enum(['NO_SCHEDULE', 'PREFER_NO_SCHEDULE', 'NO_EXECUTE'])
    .describe('What becomes of a pod that does not tolerate the taint.'),
});

/** What pools of every cloud have. */
export const nodePoolFields = {
  nodes,
  spot: defaulted('spot', 'Cheaper machines that the cloud may take away.', formats.flag()),
  diskSizeGib: defaulted('diskSizeGib', 'Size of the boot disk of a node, in GiB.', formats.whole(20, 16384)),
  labels: defaulted(
    'labels',
    'Labels of the nodes, for pods to choose them by.',
    z.record(formats.labelKey(), formats.labelValue()),
  ),
  taints: defaulted('taints', 'Keep pods away that do not ask for the nodes.', z.array(taint)),
};
