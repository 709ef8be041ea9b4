import type { ApiRule } from '../../../lib/core/model/api-access';
import { EKS } from '../../support/manifests';
import { making } from '../sample-workload';

const RULE: ApiRule = { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] };

describe('permissions are refused', () => {
  test('without a cluster that tells who the workload is', () => {
    expect(making({ permissions: [{ action: 'logs:write' }] })).toThrow(
      "test/backend: 'cluster' is needed where permissions ask for a cloud identity, got undefined",
    );
  });

  test('where they name nothing, or a pattern', () => {
    expect(making({ cluster: EKS, permissions: [{ action: 'queue:consume', queues: [] }] })).toThrow(
      "test/backend: 'permissions' must name one resource at least for queue:consume, got []; or leave it out",
    );
    expect(making({ cluster: EKS, permissions: [{ action: 'queue:consume', queues: ['*'] }] })).toThrow(
      "test/backend: 'permissions' must name the resources of queue:consume in up to 63 lower-case letters, digits and " +
        "dashes, got '*'",
    );
  });

  test.each(['env', 'secretEnv', 'fieldEnv'])('where %s holds what they set by themselves', (property) => {
    const value = { env: 'x', secretEnv: { secret: 'app' }, fieldEnv: 'status.podIP' }[property];
    const permissions = [{ action: 'queue:consume' as const, queues: ['jobs'] }];
    expect(making({ cluster: EKS, permissions, [property]: { QUEUE_JOBS: value } })).toThrow(
      `test/backend: '${property}.QUEUE_JOBS' must not be what permissions set by themselves, got 'QUEUE_JOBS'`,
    );
  });
});

describe('rules for the Kubernetes API are refused', () => {
  test.each(['apiGroups', 'resources', 'verbs'])('where they name no %s', (key) => {
    expect(making({ apiAccess: [RULE, { ...RULE, [key]: [] }] })).toThrow(
      `test/backend: 'apiAccess[1].${key}' must name one at least, got []`,
    );
  });

  test.each([
    ['apiGroups', '*'],
    ['resources', '*'],
    ['resources', '*/scale'],
    ['resources', 'pods/*'],
  ])('where they name %s by a pattern, %s', (key, pattern) => {
    expect(making({ apiAccess: [{ ...RULE, [key]: [pattern] }] })).toThrow(
      `test/backend: 'apiAccess[0].${key}' must name each by itself, not all by *, got '${pattern}'`,
    );
  });

  test('where they name objects and none of them', () => {
    expect(making({ apiAccess: [{ ...RULE, resourceNames: [] }] })).toThrow(
      "test/backend: 'apiAccess[0].resourceNames' must name one at least, got []; or leave it out",
    );
  });

  test.each(['list', 'watch'] as const)('where they %s secrets', (verb) => {
    expect(making({ apiAccess: [{ ...RULE, resources: ['secrets'], verbs: [verb] }] })).toThrow(
      "test/backend: 'apiAccess[0].verbs' must not list or watch secrets, which shows what all of them hold, " +
        `got ["${verb}"]; get the ones that resourceNames names`,
    );
  });

  test('where they get secrets and name none', () => {
    expect(making({ apiAccess: [{ ...RULE, resources: ['secrets'], verbs: ['get'] }] })).toThrow(
      "test/backend: 'apiAccess[0].resourceNames' is needed where secrets are read, of which a name is soon guessed, " +
        'got undefined',
    );
    expect(
      making({ apiAccess: [{ ...RULE, resources: ['secrets'], verbs: ['get'], resourceNames: ['own'] }] }),
    ).not.toThrow();
  });
});
