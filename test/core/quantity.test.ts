import { cpuMillicores, quantityBytes } from '../../lib/core/quantity';

test.each([
  ['250m', 250],
  ['2', 2000],
  ['0.5', 500],
  ['0', 0],
  ['1Gi', undefined],
  ['-1', undefined],
  ['', undefined],
])("'%s' of CPU is %s millicores", (quantity, millicores) => {
  expect(cpuMillicores(quantity)).toBe(millicores);
});

test.each([
  ['512Mi', 512 * 1024 * 1024],
  ['1.5Gi', 1.5 * 1024 ** 3],
  ['20G', 20e9],
  ['1k', 1000],
  ['2Ti', 2 * 1024 ** 4],
  ['100', 100],
  ['50GB', undefined],
  ['1 Gi', undefined],
  ['', undefined],
])("'%s' is %s bytes", (quantity, bytes) => {
  expect(quantityBytes(quantity)).toBe(bytes);
});
