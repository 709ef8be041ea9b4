import { claimClass, claimSize, claimsOf } from '../../lib/checks/claims';
import { controller, object } from './fixtures';

const spec = { storageClassName: 'fast-ssd', resources: { requests: { storage: '20Gi' } } };
const ephemeral = [{ name: 'cache', ephemeral: { volumeClaimTemplate: { spec } } }];

test.each([
  ['a claim of its own', object('PersistentVolumeClaim', 'data', { spec }), 'once'],
  ['a volume of each replica', controller('db', { spec: { volumeClaimTemplates: [{ spec }] } }), 'replica'],
  ['a disk that vanishes with its pod', controller('web', { pod: { volumes: ephemeral } }), 'pod'],
])('%s is a claim', (_, { manifest }, each) => {
  const claims = claimsOf(manifest);

  expect(claims).toEqual([{ spec, each }]);
  expect(claims.map(claimClass)).toEqual(['fast-ssd']);
  expect(claims.map(claimSize)).toEqual(['20Gi']);
});

test('a disk of a job’s pods is one, however deep its template lies', () => {
  const template = { spec: { volumes: ephemeral } };
  const nightly = object('CronJob', 'nightly', { spec: { jobTemplate: { spec: { template } } } });

  expect(claimsOf(nightly.manifest)).toEqual([{ spec, each: 'pod' }]);
});

test('other volumes and other objects claim nothing', () => {
  const volumes = [{ name: 'tmp', emptyDir: {} }];

  expect(claimsOf(controller('web', { pod: { volumes } }).manifest)).toEqual([]);
  expect(claimsOf(object('Service', 'web', { spec: {} }).manifest)).toEqual([]);
});

test('a claim that says neither class nor size has none', () => {
  expect(claimClass({ spec: {}, each: 'once' })).toBeUndefined();
  expect(claimSize({ spec: {}, each: 'once' })).toBe('0');
});
