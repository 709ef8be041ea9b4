import { logging, loggingRefusals } from '../../../../lib/cloud/aws/eks/eks-logging';
import { refused } from './refused';

describe('logging', () => {
  test('is of everything where nobody says otherwise', () => {
    expect(logging({})).toEqual({
      enabledClusterLogTypes: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
    });
  });

  test('is of what is named, in an order of its own', () => {
    expect(logging({ logTypes: ['authenticator', 'audit'] }).enabledClusterLogTypes).toEqual([
      'audit',
      'authenticator',
    ]);
  });
});

describe('loggingRefusals', () => {
  test.each([[{}], [{ logTypes: ['audit'] as const }]])('accept %j', (options) => {
    expect(refused(loggingRefusals(options))).toEqual([]);
  });

  test('refuse a cluster of which nobody could tell who did what', () => {
    expect(refused(loggingRefusals({ logTypes: ['api'] }))).toEqual([
      `'logTypes' must hold audit, without which nobody can tell who did what, got ["api"]`,
    ]);
  });
});
