import {
  permissionRefusals,
  permittedActions,
  permittedResources,
  type Permission,
} from '../../lib/core/service-identity';

describe('permittedResources', () => {
  test.each<[Permission, readonly string[]]>([
    [{ action: 'secret:read', secrets: ['a'] }, ['a']],
    [{ action: 'secret:rotate', secrets: ['a'] }, ['a']],
    [{ action: 'bucket:read', buckets: ['a'] }, ['a']],
    [{ action: 'bucket:write', buckets: ['a'] }, ['a']],
    [{ action: 'queue:publish', queues: ['a'] }, ['a']],
    [{ action: 'queue:consume', queues: ['a'] }, ['a']],
    [{ action: 'topic:publish', topics: ['a'] }, ['a']],
    [{ action: 'database:connect', databases: ['a'] }, ['a']],
    [{ action: 'logs:write' }, []],
    [{ action: 'metrics:write' }, []],
    [{ action: 'traces:write' }, []],
  ])('of %j are %j', (permission, resources) => {
    expect(permittedResources(permission)).toEqual(resources);
  });
});

describe('permittedActions', () => {
  test('name each action and each resource once, whatever the order of the permissions', () => {
    expect(
      permittedActions([
        { action: 'secret:read', secrets: ['redis', 'database'] },
        { action: 'bucket:read', buckets: ['uploads'] },
        { action: 'traces:write' },
        { action: 'secret:read', secrets: ['database'] },
        { action: 'traces:write' },
      ]),
    ).toEqual([
      { action: 'bucket:read', resources: ['uploads'] },
      { action: 'secret:read', resources: ['database', 'redis'] },
      { action: 'traces:write', resources: [] },
    ]);
  });
});

describe('permissionRefusals', () => {
  const refusals = (...permissions: readonly Permission[]) =>
    permissionRefusals('permissions', permissions).filter(Boolean);

  test('accept named resources, and telemetry without any', () => {
    expect(refusals({ action: 'queue:publish', queues: ['invoices'] }, { action: 'logs:write' })).toEqual([]);
  });

  test('refuse a permission on nothing', () => {
    expect(refusals({ action: 'queue:publish', queues: [] })).toEqual([
      {
        property: 'permissions',
        rule: 'must name one resource at least for queue:publish',
        got: [],
        remedy: 'or leave it out',
      },
    ]);
  });

  test.each(['*', 'up*', 'Uploads', 'gs://uploads', '', 'arn:aws:s3:::uploads'])('refuse the name %p', (name) => {
    expect(refusals({ action: 'bucket:read', buckets: [name] })).toEqual([
      {
        property: 'permissions',
        rule: 'must name the resources of bucket:read in up to 63 lower-case letters, digits and dashes',
        got: name,
      },
    ]);
  });
});
