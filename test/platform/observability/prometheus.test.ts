import { PROMETHEUS_PEER } from '../../../lib/platform/network/peer';
import { PROMETHEUS_ADDRESS } from '../../../lib/platform/observability/prometheus';

test('Prometheus is asked where its pods are', () => {
  expect(new URL(PROMETHEUS_ADDRESS).hostname.split('.')[1]).toBe(PROMETHEUS_PEER.namespace);
});
