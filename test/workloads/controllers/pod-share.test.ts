import { podShare } from '../../../lib/workloads/controllers/pod-share';

describe('a share of pods', () => {
  test.each([0, 2, '25%'])('is %p, as it was written', (share) => {
    expect(podShare(share).value).toBe(share);
  });
});
