import type { DashboardDefinition } from '../../lib/core/model/system';

/** How the API does: requests, how long they take, how many fail. */
export const platformMetrics: DashboardDefinition = {
  title: 'Funlynk Platform Metrics',
  panels: [
    {
      title: 'Request Rate',
      unit: 'reqps',
      expr: 'sum by (method, status) (rate(http_requests_total{job="backend"}[5m]))',
      legend: '{{method}} {{status}}',
    },
    {
      title: 'Response Time',
      unit: 's',
      expr: 'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="backend"}[5m])))',
      legend: '95th percentile',
    },
    {
      title: 'Error Rate',
      unit: 'reqps',
      expr: 'sum(rate(http_requests_total{job="backend",status=~"5.."}[5m]))',
      legend: '5xx errors',
    },
  ],
};
