import {
  LOG_COMPONENTS,
  METRIC_COMPONENTS,
  observability,
  observabilityRefusals,
} from '../../../../lib/cloud/google/gke/gke-observability';

describe('observability', () => {
  test('is of everything that GKE can log and measure by default', () => {
    expect(observability({})).toEqual({
      loggingConfig: { enableComponents: [...LOG_COMPONENTS] },
      monitoringConfig: {
        enableComponents: [...METRIC_COMPONENTS],
        managedPrometheus: { enabled: true, autoMonitoringConfig: { scope: 'NONE' } },
        advancedDatapathObservabilityConfig: { enableMetrics: true, enableRelay: false },
      },
    });
  });

  test('is of what is named, whatever the order', () => {
    expect(
      observability({
        logComponents: ['WORKLOADS', 'SYSTEM_COMPONENTS', 'WORKLOADS'],
        metricComponents: ['POD', 'SYSTEM_COMPONENTS'],
      }),
    ).toMatchObject({
      loggingConfig: { enableComponents: ['SYSTEM_COMPONENTS', 'WORKLOADS'] },
      monitoringConfig: { enableComponents: ['SYSTEM_COMPONENTS', 'POD'] },
    });
  });

  test('may do without Prometheus and the counters of the dataplane', () => {
    expect(observability({ managedPrometheus: false, dataplaneMetrics: false }).monitoringConfig).toMatchObject({
      managedPrometheus: { enabled: false },
      advancedDatapathObservabilityConfig: { enableMetrics: false },
    });
  });

  test('may show single flows and collect unasked', () => {
    expect(observability({ dataplaneRelay: true, autoMonitoring: 'ALL' }).monitoringConfig).toMatchObject({
      managedPrometheus: { autoMonitoringConfig: { scope: 'ALL' } },
      advancedDatapathObservabilityConfig: { enableRelay: true },
    });
  });
});

describe('observabilityRefusals', () => {
  test('accept the defaults', () => {
    expect(observabilityRefusals({})).not.toContainEqual(expect.anything());
  });

  test('refuse to record nothing of the system, in logs and in metrics', () => {
    expect(observabilityRefusals({ logComponents: ['WORKLOADS'], metricComponents: [] })).toMatchObject([
      {
        property: 'logComponents',
        rule: 'must hold SYSTEM_COMPONENTS, without which GKE records nothing else',
        got: ['WORKLOADS'],
      },
      { property: 'metricComponents', got: [] },
      undefined,
    ]);
  });

  test('refuse to collect unasked without collectors', () => {
    expect(observabilityRefusals({ managedPrometheus: false, autoMonitoring: 'ALL' })).toContainEqual({
      property: 'autoMonitoring',
      rule: 'must be NONE without managedPrometheus',
      got: 'ALL',
      remedy: 'leave managedPrometheus out',
    });
  });
});
