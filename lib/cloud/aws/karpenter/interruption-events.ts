/** An event that tells of a machine which AWS takes away. */
export interface InterruptionEvent {
  readonly description: string;
  /** What EventBridge compares events with. */
  readonly pattern: Readonly<Record<string, unknown>>;
}

/** States that a machine does not come back from as it was; Karpenter pays no heed to the others. */
const LEAVING = ['shutting-down', 'stopped', 'stopping', 'terminated'];

/**
 * The events that Karpenter acts on, by the name of their rule. The patterns are as narrow as what its controller
 * reads: https://karpenter.sh/docs/concepts/disruption/#interruption
 */
export const INTERRUPTION_EVENTS: Readonly<Record<string, InterruptionEvent>> = {
  'capacity-reservation': {
    description: 'Machines of a capacity reservation that ends',
    pattern: ec2('EC2 Capacity Reservation Instance Interruption Warning'),
  },
  health: {
    description: 'Maintenance that AWS has planned for machines',
    pattern: {
      source: ['aws.health'],
      'detail-type': ['AWS Health Event'],
      detail: { service: ['EC2'], eventTypeCategory: ['scheduledChange'] },
    },
  },
  rebalance: {
    description: 'Spot machines that may soon be taken away',
    pattern: ec2('EC2 Instance Rebalance Recommendation'),
  },
  'spot-interruption': {
    description: 'Spot machines that are taken away in two minutes',
    pattern: ec2('EC2 Spot Instance Interruption Warning'),
  },
  'state-change': {
    description: 'Machines that somebody stops or ends',
    pattern: { ...ec2('EC2 Instance State-change Notification'), detail: { state: LEAVING } },
  },
};

function ec2(detailType: string): Readonly<Record<string, unknown>> {
  return { source: ['aws.ec2'], 'detail-type': [detailType] };
}
