import { outlierDetection } from '../../../../lib/cloud/google/edge/outlier-detection';

test('pods that fail are left alone for a while, but never more than half of them', () => {
  expect(outlierDetection(true)).toMatchObject({ consecutiveErrors: 5, maxEjectionPercent: 50 });
  expect(outlierDetection(false)).toBeUndefined();
});
