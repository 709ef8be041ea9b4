import { type Finding, FindingsError } from '../../lib/core/finding';

const finding: Finding = {
  rule: 'image-digest',
  severity: 'error',
  resource: 'backend',
  path: 'backend/deployment.yaml',
  message: 'must be pinned',
};

test('the error carries every finding and says each in a line', () => {
  const error = new FindingsError([finding, { ...finding, path: 'redis/statefulset.yaml' }]);

  expect(error.findings).toHaveLength(2);
  expect(error.name).toBe('FindingsError');
  expect(error.message).toBe('backend/deployment.yaml: must be pinned\nredis/statefulset.yaml: must be pinned');
});
