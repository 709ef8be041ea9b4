import { only, resources } from '../synth';
import { networkStack } from './networks';

const TYPE = 'google_compute_subnetwork';

describe('the subnet of a cluster', () => {
  test('has one range for pods and one for services, flow logs and private access to Google', () => {
    expect(only(networkStack(), TYPE)).toMatchSnapshot();
  });

  test('has more ranges for pods, always in the same order', () => {
    const additionalPodRanges = { 'pods-3': '10.65.0.0/16', 'pods-2': '10.64.0.0/16' };
    const [subnet] = Object.values(resources(networkStack({ additionalPodRanges }), TYPE));
    expect(subnet?.['secondary_ip_range']).toEqual([
      expect.objectContaining({ range_name: 'pods' }),
      expect.objectContaining({ range_name: 'services' }),
      { range_name: 'pods-2', ip_cidr_range: '10.64.0.0/16' },
      { range_name: 'pods-3', ip_cidr_range: '10.65.0.0/16' },
    ]);
  });

  test('refuses more ranges that overlap, and names that are taken or that Google would refuse', () => {
    const additionalPodRanges = { pods: '10.64.0.0/16', More: '10.40.0.0/24' };
    expect(() => networkStack({ additionalPodRanges })).toThrow(
      [
        "test/main: 'additionalPodRanges.More' must not overlap the range of nodes (10.40.0.0/20), got '10.40.0.0/24'",
        "test/main: 'additionalPodRanges.pods' must not bear the name of a range that the subnet has anyway, got 'pods'",
        "test/main: 'additionalPodRanges.More' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'More'",
      ].join('\n'),
    );
  });

  test('samples as many connections as told', () => {
    expect(only(networkStack({ flowLogSampling: 1 }), TYPE)).toMatchObject({ log_config: { flow_sampling: 1 } });
  });

  test.each([0, -1, 1.1])('refuses to sample %p of the connections', (flowLogSampling) => {
    expect(() => networkStack({ flowLogSampling })).toThrow("'flowLogSampling' must be above 0 and at most 1");
  });
});
