import { kubernetesSecret, secret } from '../../../lib/core/secret-ref';
import { EKS } from '../../support/manifests';
import { backendObjects } from '../sample-workload';

describe('secrets as files', () => {
  const object = backendObjects({
    volumes: {
      keys: {
        mountPath: '/keys',
        secretFiles: {
          'tls.crt': secret('tls', 'tls.crt'),
          'operator.pem': kubernetesSecret('operator', 'pem'),
          'tls.key': secret('tls', 'tls.key'),
        },
      },
    },
    cluster: EKS,
  }).one('Deployment');

  test('are one volume of whatever Kubernetes Secrets they lie in, for the pod’s group to read', () => {
    expect(object).toHaveProperty('spec.template.spec.volumes', [
      {
        name: 'keys',
        projected: {
          defaultMode: 0o440,
          sources: [
            {
              secret: {
                name: 'backend-tls',
                items: [
                  { key: 'tls.crt', path: 'tls.crt' },
                  { key: 'tls.key', path: 'tls.key' },
                ],
              },
            },
            { secret: { name: 'operator', items: [{ key: 'pem', path: 'operator.pem' }] } },
          ],
        },
      },
    ]);
  });

  test('are never written to', () => {
    expect(object).toHaveProperty('spec.template.spec.containers.0.volumeMounts', [
      { name: 'keys', mountPath: '/keys', readOnly: true },
    ]);
  });
});
