import { replicasOf } from '../../../lib/core/model/workload-spec';
import { consensus } from '../../../stacks/novacron/consensus';

describe('consensus', () => {
  test('has an odd number of members, so that a split leaves a majority', () => {
    expect(Number(replicasOf(consensus)) % 2).toBe(1);
  });

  test('keeps its log on a fast disk of 100 GiB', () => {
    expect(consensus).toMatchObject({ storage: { data: { size: '100Gi', storageClass: 'fast-ssd' } } });
  });

  test('has members that talk to each other', () => {
    expect(consensus.connectsTo).toEqual([{ service: 'consensus', port: 'peer' }]);
  });

  test('is told where the disk is, and how long a leader may be silent', () => {
    expect(JSON.parse(consensus.config?.files['raft.json'] ?? '{}')).toMatchObject({
      data: '/var/lib/consensus',
      electionTimeout: '5s',
    });
  });
});
