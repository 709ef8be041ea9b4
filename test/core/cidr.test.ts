import { Cidr } from '../../lib/core/cidr';

test.each(['0.0.0.0/0', '10.20.0.0/16', '255.255.255.255/32', '172.16.128.0/17'])(
  '%s is read and written back',
  (text) => {
    expect(Cidr.parse(text).toString()).toBe(text);
  },
);

test.each(['10.20.0.0', '10.20.0/16', '256.0.0.0/8', '10.0.0.0/33', '10.0.0.0/08', '010.0.0.0/8', 'fd00::/8', ''])(
  "'%s' is no IPv4 range",
  (text) => {
    expect(() => Cidr.parse(text)).toThrow(`must be an IPv4 range such as 10.20.0.0/16, got '${text}'`);
  },
);

test('a range with bits beyond its prefix is refused, and the one that was meant is named', () => {
  expect(() => Cidr.parse('10.20.1.0/16')).toThrow(
    "must start on its own boundary, as in 10.20.0.0/16, got '10.20.1.0/16'",
  );
});

test('a range knows its size', () => {
  expect(Cidr.parse('10.0.0.0/30').size).toBe(4);
  expect(Cidr.parse('0.0.0.0/0').size).toBe(2 ** 32);
});

test.each([
  ['10.0.0.0/16', '10.0.128.0/17', true],
  ['10.0.128.0/17', '10.0.0.0/16', true],
  ['10.0.0.0/16', '10.1.0.0/16', false],
  ['200.0.0.0/8', '0.0.0.0/0', true],
])('%s and %s share addresses: %s', (left, right, shared) => {
  expect(Cidr.parse(left).overlaps(Cidr.parse(right))).toBe(shared);
});

test('a range contains itself and what lies within, and nothing around it', () => {
  const range = Cidr.parse('10.0.0.0/16');

  expect(range.contains(range)).toBe(true);
  expect(range.contains(Cidr.parse('10.0.255.0/24'))).toBe(true);
  expect(range.contains(Cidr.parse('10.0.0.0/15'))).toBe(false);
  expect(range.contains(Cidr.parse('10.1.0.0/24'))).toBe(false);
});

test('subnets are counted from the start of the range', () => {
  const range = Cidr.parse('10.20.0.0/16');

  expect(range.subnet(20, 0).toString()).toBe('10.20.0.0/20');
  expect(range.subnet(20, 15).toString()).toBe('10.20.240.0/20');
});

test.each([
  [20, 16],
  [20, -1],
  [15, 0],
  [33, 0],
])('there is no subnet /%i number %i of a /16', (prefix, index) => {
  expect(() => Cidr.parse('10.20.0.0/16').subnet(prefix, index)).toThrow(
    `10.20.0.0/16 holds no /${prefix} number ${index}`,
  );
});
