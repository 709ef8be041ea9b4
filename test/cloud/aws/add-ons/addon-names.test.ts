import { defaultOptionalAddons, enabledRefusals } from '../../../../lib/cloud/aws/add-ons/addon-names';

function faults(enabled: readonly string[], mode: 'standard' | 'auto' = 'standard'): readonly (string | undefined)[] {
  return enabledRefusals(enabled, mode).map((refusal) => refusal?.rule);
}

describe('the optional add-ons', () => {
  test('are by default those that a cluster is poor without', () => {
    expect(defaultOptionalAddons('standard')).toEqual([
      'eks-node-monitoring-agent',
      'metrics-server',
      'snapshot-controller',
    ]);
  });

  test('are by default without the agent that Auto Mode includes', () => {
    expect(defaultOptionalAddons('auto')).toEqual(['metrics-server', 'snapshot-controller']);
  });

  test('may be all that EKS keeps and Gantry knows', () => {
    expect(faults(['aws-efs-csi-driver', 'eks-node-monitoring-agent'])).toEqual([undefined, undefined]);
  });

  test('are named once', () => {
    expect(faults(['metrics-server', 'metrics-server'])).toEqual([undefined, 'must name each add-on once']);
  });

  test('do not count those that are always there', () => {
    expect(faults(['coredns'])).toEqual(['must name what a cluster may have besides the add-ons that it always has']);
  });

  test('leave the agent of GuardDuty to GuardDuty', () => {
    expect(enabledRefusals(['aws-guardduty-agent'], 'standard')).toEqual([
      {
        property: 'enabled',
        rule: 'must not name the agent that GuardDuty installs and updates itself',
        got: 'aws-guardduty-agent',
        remedy: 'leave it out, and switch on the runtime monitoring of GuardDuty',
      },
    ]);
  });

  test('must be known', () => {
    expect(faults(['metric-server'])).toEqual([
      'must name add-ons among amazon-cloudwatch-observability, aws-efs-csi-driver, aws-mountpoint-s3-csi-driver, eks-node-monitoring-agent, metrics-server, snapshot-controller',
    ]);
  });

  test('do not repeat what Auto Mode includes', () => {
    expect(faults(['eks-node-monitoring-agent'], 'auto')).toEqual(['must not name what EKS Auto Mode includes']);
  });
});
