import { isEverybody } from '../../lib/checks/requirement';

test.each(['0.0.0.0/0', '::/0', '0.0.0.0/1', '128.0.0.0/1', 'anything', '', undefined])('%p is everybody', (range) => {
  expect(isEverybody(range)).toBe(true);
});

test.each(['10.0.0.0/8', '203.0.113.7/32', '2001:db8::/32'])('%p is not', (range) => {
  expect(isEverybody(range)).toBe(false);
});
