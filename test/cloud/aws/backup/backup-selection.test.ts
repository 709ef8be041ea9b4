import { type BackupSelection, selectionRefusals } from '../../../../lib/cloud/aws/backup/backup-selection';

const CLUSTER_ARN = 'arn:aws:eks:us-east-1:111122223333:cluster/main';
const refused = (selection: BackupSelection, name = 'volumes') =>
  selectionRefusals(name, selection).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );

describe('a selection', () => {
  test('is by ARNs, by tags, or by both', () => {
    expect(refused({ resources: [CLUSTER_ARN] })).toEqual([]);
    expect(refused({ tags: { backup: 'nightly' } })).toEqual([]);
    expect(refused({ resources: ['arn:aws:s3:::*'], notResources: ['arn:aws:s3:::logs'], tags: { a: 'b' } })).toEqual(
      [],
    );
  });

  test('is never of everything there is', () => {
    expect(refused({})).toEqual(['selections.volumes must name resources, or tags, or both']);
    expect(refused({ resources: ['*'] })).toEqual(['selections.volumes.resources must hold ARNs']);
  });

  test('is within the bounds of AWS Backup', () => {
    expect(refused({ resources: [] }, 'all volumes')).toEqual([
      'selections must have names of up to 50 letters, digits, dashes, dots and _',
      'selections.all volumes.resources must be from 1 to 500',
    ]);
    expect(refused({ resources: Array.from({ length: 501 }, () => CLUSTER_ARN), notResources: ['x'] })).toEqual([
      'selections.volumes.resources must be from 1 to 500',
      'selections.volumes.notResources must hold ARNs',
    ]);
  });
});
