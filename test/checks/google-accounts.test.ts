import { accountId } from '../../lib/checks/google-accounts';
import { stack } from './fixtures';

const own = stack({ google_service_account: { web: { account_id: 'shop-web', project: 'shop-project' } } });

test('an account is known by its e-mail address', () => {
  expect(accountId(own, 'shop-web@shop-project.iam.gserviceaccount.com')).toBe('web');
  expect(accountId(own, 'shop-web@other-project.iam.gserviceaccount.com')).toBeUndefined();
  expect(accountId(stack({}), 'shop-web@shop-project.iam.gserviceaccount.com')).toBeUndefined();
});
