import { DESTROYED_LAST } from '../../../../lib/cloud/google/edge/destroyed-last';

test('what is in use is destroyed once its users have gone over to something else', () => {
  expect(DESTROYED_LAST).toEqual({ createBeforeDestroy: true });
});
