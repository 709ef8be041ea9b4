import { INTERRUPTION_EVENTS } from '../../../../lib/cloud/aws/karpenter/interruption-events';

describe('the events of interruptions', () => {
  test('are those that Karpenter acts on', () => {
    expect(
      Object.fromEntries(Object.entries(INTERRUPTION_EVENTS).map(([name, { pattern }]) => [name, pattern])),
    ).toEqual({
      'capacity-reservation': {
        source: ['aws.ec2'],
        'detail-type': ['EC2 Capacity Reservation Instance Interruption Warning'],
      },
      health: {
        source: ['aws.health'],
        'detail-type': ['AWS Health Event'],
        detail: { service: ['EC2'], eventTypeCategory: ['scheduledChange'] },
      },
      rebalance: { source: ['aws.ec2'], 'detail-type': ['EC2 Instance Rebalance Recommendation'] },
      'spot-interruption': { source: ['aws.ec2'], 'detail-type': ['EC2 Spot Instance Interruption Warning'] },
      'state-change': {
        source: ['aws.ec2'],
        'detail-type': ['EC2 Instance State-change Notification'],
        detail: { state: ['shutting-down', 'stopped', 'stopping', 'terminated'] },
      },
    });
  });
});
