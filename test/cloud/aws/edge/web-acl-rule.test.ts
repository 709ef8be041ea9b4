import { PRIORITY, webAclRule } from '../../../../lib/cloud/aws/edge/web-acl-rule';

describe('webAclRule', () => {
  test('counts what it finds under its own name', () => {
    expect(webAclRule('blocked-countries', 300, { geo_match_statement: {} }, { action: { block: {} } })).toEqual({
      name: 'blocked-countries',
      priority: 300,
      action: { block: {} },
      statement: { geo_match_statement: {} },
      visibilityConfig: {
        metricName: 'blocked-countries',
        cloudwatchMetricsEnabled: true,
        sampledRequestsEnabled: true,
      },
    });
  });

  test('has a place that no other kind of rule has', () => {
    expect(new Set(Object.values(PRIORITY)).size).toBe(Object.keys(PRIORITY).length);
  });
});
