/**
 * Where what runs on the cluster asks Prometheus: the Service that the Prometheus Operator itself puts before it, in
 * the namespace of our monitoring add-on.
 */
export const PROMETHEUS_ADDRESS = 'http://prometheus-operated.monitoring.svc.cluster.local:9090';
