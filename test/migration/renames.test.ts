import { asking, object, podTemplate, postgres, serving, told } from './versions';

const service = (name: string) => object('Service', name, {});

describe('a workload under another name', () => {
  test('is known by its image and ports, and named with what goes with it', () => {
    const previous = [
      serving('Deployment', 'backend'),
      service('backend'),
      object('ServiceAccount', 'backend'),
      object('ExternalSecret', 'backend-database'),
      service('others'),
    ];
    const next = [serving('Deployment', 'api', { template: podTemplate('api', 'backend:v1', 3000), replicas: 2 })];
    expect(told(previous, next)).toEqual([
      'warning renamed api: takes the place of Deployment backend, whose pods end at once, and with them what is named after it (Service backend, ServiceAccount backend, ExternalSecret backend-database); keep the name, or keep both for a while: add Deployment api beside Deployment backend, have callers and rights in the cloud name the new one, then take the old one away',
    ]);
  });

  test('is known by its pods where only names differ, with another image among others', () => {
    const worker = (name: string) =>
      object('CronJob', name, {
        spec: { jobTemplate: { spec: { template: podTemplate(name, 'jobs:v1') } } },
      });
    expect(told([worker('nightly')], [worker('daily')])).toEqual([
      expect.stringContaining(
        'warning renamed daily: takes the place of CronJob nightly, whose pods end at once; keep',
      ),
    ]);
  });

  test('loses sight of its data', () => {
    expect(told([postgres()], [postgres({}, 'database')])).toEqual([
      'error renamed database: takes the place of StatefulSet postgres, whose pods end at once; the new pods start without the data in data-postgres-0, data-postgres-1, data-postgres-2; keep the name, or keep both for a while: add StatefulSet database beside StatefulSet postgres, copy the data, have callers and rights in the cloud name the new one, then take the old one away',
    ]);
  });

  test('keeps data that it goes on mounting, and loses that which it does not', () => {
    const mounting = (name: string, claimName: string) =>
      serving('Deployment', name, {
        template: {
          spec: {
            containers: [{ image: 'backend:v1', ports: [{ containerPort: 3000 }] }],
            volumes: [{ name: 'uploads', persistentVolumeClaim: { claimName } }],
          },
        },
      });
    expect(told([mounting('a', 'disk')], [mounting('b', 'disk')])).toEqual([
      expect.stringMatching(/^warning renamed b/),
    ]);
    expect(told([mounting('a', 'a-disk')], [mounting('b', 'b-disk')])).toEqual([
      expect.stringMatching(/^error renamed b: .*; the new pods start without the data in a-disk; /),
    ]);
  });

  test('is reported once where its claims are left, and again where they are deleted', () => {
    const claims = (annotations: Record<string, string>) => {
      const { metadata, ...others } = object('PersistentVolumeClaim', 'a-disk', { spec: asking('1Gi') });
      return { ...others, metadata: { ...metadata, annotations } };
    };
    const volumes = [{ name: 'disk', persistentVolumeClaim: { claimName: 'a-disk' } }];
    const before = serving('Deployment', 'a', {
      template: { spec: { containers: [{ image: 'i', ports: [{ name: 'p' }] }], volumes } },
    });
    const after = serving('Deployment', 'b', {
      template: { spec: { containers: [{ image: 'i', ports: [{ name: 'p' }] }] } },
    });
    const kept = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
    const rules = (said: readonly string[]): readonly string[] => said.map((line) => line.split(':')[0] ?? '');
    expect(rules(told([before, claims(kept)], [after]))).toEqual(['error renamed b']);
    expect(rules(told([before, claims({})], [after]))).toEqual(['error renamed b', 'error storage-removed a-disk']);
  });

  test('is known in another namespace', () => {
    const [said] = told([serving('DaemonSet', 'agent')], [serving('DaemonSet', 'agent', {}, 'funlynk-agent')]);
    expect(said).toContain('add DaemonSet funlynk-agent/agent beside DaemonSet funlynk/agent');
  });

  test('takes one place only', () => {
    const both = ['a', 'b'].map((name) => serving('Deployment', name, { template: podTemplate('it', 'it:v1', 80) }));
    const next = [serving('Deployment', 'c', { template: podTemplate('it', 'it:v1', 80) })];
    expect(told(both, next)).toHaveLength(1);
  });

  test.each([
    ['another image', podTemplate('b', 'other:v1', 3000)],
    ['other ports', podTemplate('b', 'a:v1', 3001)],
    ['no ports', podTemplate('b', 'a:v1')],
  ])('is another workload with %s', (_, template) => {
    expect(told([serving('Deployment', 'a')], [serving('Deployment', 'b', { template })])).toEqual([]);
  });

  test('is another workload where one image without ports is all that they share', () => {
    const consumer = (name: string, args: readonly string[]) =>
      serving('Deployment', name, {
        template: { spec: { containers: [{ image: 'worker:v1', args, ports: [] }] } },
      });
    expect(told([consumer('mails', ['mails'])], [consumer('reports', ['all'])])).toEqual([]);
  });

  test('is no other version of a Job, whose names all differ', () => {
    expect(told([serving('Job', 'migrate-1')], [serving('Job', 'migrate-2')])).toEqual([]);
  });
});
