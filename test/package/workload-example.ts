import { App, Chart } from 'cdk8s';
import { http } from 'gantry';
import { Workload } from 'gantry/kubernetes';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop', disableResourceNameHashes: true });
new Workload(chart, 'api', {
  image: 'ghcr.io/example/shop-api:v1.0.0',
  ports: { http: { containerPort: 8080 } },
  probes: { readiness: http('/ready') },
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
  runAs: { user: 1000 },
  replicas: 2,
});
app.synth();
