import { Token } from 'cdktf';
import { scalingConfig, sizeRefusals } from '../../../../lib/cloud/aws/nodes/node-size';
import { refusedText } from './refused';

describe('scalingConfig', () => {
  test('starts with the least', () => {
    expect(scalingConfig({ minNodes: 3, maxNodes: 12 })).toEqual({ minSize: 3, maxSize: 12, desiredSize: 3 });
  });

  test('may begin with nothing', () => {
    expect(scalingConfig({ minNodes: 0, maxNodes: 1 })).toEqual({ minSize: 0, maxSize: 1, desiredSize: 0 });
  });
});

describe('sizeRefusals', () => {
  test.each([
    [0, 1],
    [3, 3],
    [Token.asNumber({ resolve: () => 'a' }), 1],
  ])('take from %d to %d nodes', (minNodes, maxNodes) => {
    expect(refusedText(sizeRefusals({ minNodes, maxNodes }))).toBe('');
  });

  test('want whole numbers', () => {
    expect(refusedText(sizeRefusals({ minNodes: -1, maxNodes: 0 }))).toBe(
      "nodes: 'minNodes' must be a whole number of at least 0, got -1\n" +
        "nodes: 'maxNodes' must be a whole number of at least 1, got 0",
    );
  });

  test('want no more nodes at least than at most', () => {
    expect(refusedText(sizeRefusals({ minNodes: 30, maxNodes: 12 }))).toBe(
      "nodes: 'minNodes' must be at most maxNodes (12), got 30",
    );
  });
});
