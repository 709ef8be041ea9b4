import { SYSTEMS } from '../../stacks/systems';

test('every system stands under its own name', () => {
  expect(Object.entries(SYSTEMS).map(([key, { name }]) => [key, name])).toEqual(
    Object.keys(SYSTEMS).map((key) => [key, key]),
  );
});

test('funlynk is one of the systems', () => {
  expect(SYSTEMS).toHaveProperty('funlynk.services.backend');
});
