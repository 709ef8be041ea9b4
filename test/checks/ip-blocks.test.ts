import { holdsAddress, inRanges, parsedRange } from '../../lib/checks/ip-blocks';

test.each([
  ['the whole internet', { cidr: '0.0.0.0/0' }, true],
  ['the address alone', { cidr: '8.8.8.8/32' }, true],
  ['a range beside it', { cidr: '8.8.4.0/24' }, false],
  ['a range that leaves it out', { cidr: '0.0.0.0/0', except: ['8.0.0.0/8'] }, false],
  ['a range that leaves others out', { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }, true],
  ['a range of IPv6', { cidr: '::/0' }, false],
])('%s holds 8.8.8.8 or not', (_, ipBlock, expected) => {
  expect(holdsAddress(ipBlock, '8.8.8.8', false)).toBe(expected);
  expect(holdsAddress(ipBlock, '8.8.8.8', true)).toBe(expected);
});

test.each([
  ['no range', { cidr: 'everywhere' }],
  ['nothing', {}],
])('%s is in doubt', (_, ipBlock) => {
  expect(holdsAddress(ipBlock, '8.8.8.8', true)).toBe(true);
  expect(holdsAddress(ipBlock, '8.8.8.8', false)).toBe(false);
});

test('what a range leaves out has to be readable to count', () => {
  expect(holdsAddress({ cidr: '0.0.0.0/0', except: ['nowhere'] }, '8.8.8.8', false)).toBe(true);
});

test('an address is in some ranges or in none', () => {
  expect(inRanges(['10.0.0.0/8', '8.8.8.0/24'], '8.8.8.8')).toBe(true);
  expect(inRanges(['10.0.0.0/8', 'odd'], '8.8.8.8')).toBe(false);
  expect(inRanges([], '8.8.8.8')).toBe(false);
});

test('a range that cannot be read is none', () => {
  expect(parsedRange('10.0.0.0/8')?.toString()).toBe('10.0.0.0/8');
  expect(parsedRange('::/0')).toBeUndefined();
});
