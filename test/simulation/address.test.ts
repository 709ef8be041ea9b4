import { isWithin } from './address';

test.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['8.8.8.8', '0.0.0.0/0', true],
  ['169.254.169.254', '169.254.169.254/32', true],
  ['169.254.169.253', '169.254.169.254/32', false],
  ['172.31.255.255', '172.16.0.0/12', true],
  ['172.32.0.0', '172.16.0.0/12', false],
  ['255.255.255.255', '128.0.0.0/1', true],
])('that %s lies in %s is %p', (address, range, expected) => {
  expect(isWithin(address, range)).toBe(expected);
});
