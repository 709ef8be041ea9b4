import { addFeatures, type GuardDutyFeatures } from '../../../../lib/cloud/aws/threat-detection/guard-duty-features';
import { synth } from '../harness';

function features(given: GuardDutyFeatures = {}, existing = false): Readonly<Record<string, unknown>> {
  const output = synth((stack) => addFeatures(stack, { detectorId: 'abc', existing }, given));
  const found = Object.values(output.all('aws_guardduty_detector_feature'));
  return Object.fromEntries(found.map(({ name, status }) => [String(name), status]));
}

function agents(runtimeMonitoring: boolean): unknown {
  const output = synth((stack) => addFeatures(stack, { detectorId: 'abc', existing: false }, { runtimeMonitoring }));
  return output.one('aws_guardduty_detector_feature', 'RUNTIME_MONITORING')['additional_configuration'];
}

const KEYS = {
  auditLogs: 'EKS_AUDIT_LOGS',
  runtimeMonitoring: 'RUNTIME_MONITORING',
  malwareProtection: 'EBS_MALWARE_PROTECTION',
  s3Protection: 'S3_DATA_EVENTS',
  rdsLogins: 'RDS_LOGIN_EVENTS',
  lambdaNetwork: 'LAMBDA_NETWORK_LOGS',
} as const;

describe('features of GuardDuty', () => {
  test('are all on for a detector that is made here', () => {
    expect(features()).toEqual(Object.fromEntries(Object.values(KEYS).map((name) => [name, 'ENABLED'])));
  });

  test('are left as they are for one that was there before, but for those about clusters', () => {
    expect(features({}, true)).toEqual({ EKS_AUDIT_LOGS: 'ENABLED', RUNTIME_MONITORING: 'ENABLED' });
    expect(features({ s3Protection: false, auditLogs: false }, true)).toEqual({
      EKS_AUDIT_LOGS: 'DISABLED',
      RUNTIME_MONITORING: 'ENABLED',
      S3_DATA_EVENTS: 'DISABLED',
    });
  });

  test('go on and off one by one', () => {
    const off = Object.fromEntries(Object.keys(KEYS).map((key) => [key, false]));
    expect(new Set(Object.values(features(off)))).toEqual(new Set(['DISABLED']));
    const on = Object.fromEntries(Object.keys(KEYS).map((key) => [key, true]));
    expect(new Set(Object.values(features(on, true)))).toEqual(new Set(['ENABLED']));
  });

  test.each([true, false])('have the agent on clusters alone, or nowhere: %s', (enabled) => {
    expect(agents(enabled)).toEqual([
      { name: 'EKS_ADDON_MANAGEMENT', status: enabled ? 'ENABLED' : 'DISABLED' },
      { name: 'ECS_FARGATE_AGENT_MANAGEMENT', status: 'DISABLED' },
      { name: 'EC2_AGENT_MANAGEMENT', status: 'DISABLED' },
    ]);
  });
});
