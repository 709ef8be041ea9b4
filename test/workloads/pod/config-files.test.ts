import { backendObjects } from '../sample-workload';

function configMap(files: Readonly<Record<string, string>>): string {
  return backendObjects({ config: { mountPath: '/app/config', files } })
    .names('ConfigMap')
    .join();
}

describe('the configuration of a workload', () => {
  test('is a ConfigMap that never changes', () => {
    const config = { mountPath: '/app/config', files: { 'app.yaml': 'level: info\n' } };
    expect(backendObjects({ config }).yaml('ConfigMap')).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: ConfigMap
      metadata:
        labels:
          app.kubernetes.io/managed-by: gantry
          app.kubernetes.io/name: backend
          app.kubernetes.io/part-of: funlynk
        name: backend-config-431c42e3
        namespace: funlynk
      data:
        app.yaml: |
          level: info
      immutable: true
      "
    `);
  });

  test('is left out where there are no files', () => {
    expect(backendObjects().names('ConfigMap')).toEqual([]);
  });

  test('gets another name when a file changes, is renamed, or is added', () => {
    const names = [
      configMap({ 'app.yaml': 'a' }),
      configMap({ 'app.yaml': 'b' }),
      configMap({ 'app.yml': 'a' }),
      configMap({ 'app.yaml': 'a', 'more.yaml': '' }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  test('keeps its name when files are written in another order', () => {
    expect(configMap({ a: '1', b: '2' })).toBe(configMap({ b: '2', a: '1' }));
  });

  test('is mounted under the name that it has', () => {
    const objects = backendObjects({ config: { mountPath: '/app/config', files: { 'app.yaml': 'a' } } });
    expect(objects.one('Deployment')).toHaveProperty('spec.template.spec.volumes', [
      { name: 'config', configMap: { name: objects.names('ConfigMap').join() } },
    ]);
  });
});
