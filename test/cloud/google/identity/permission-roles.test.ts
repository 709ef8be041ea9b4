import { PERMISSION_ROLES } from '../../../../lib/cloud/google/identity/permission-roles';

describe('PERMISSION_ROLES', () => {
  test('are predefined, and none of them administers anything', () => {
    for (const role of Object.values(PERMISSION_ROLES).flat()) {
      expect(role).toMatch(/^roles\/[a-z]+\.(?!admin|.*Admin)[A-Za-z]+$/);
    }
  });
});
