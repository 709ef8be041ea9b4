import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ARGUMENTS_NOT_IN_MOTO, MOTO_FAULTS, NOT_IN_MOTO } from './moto-limits';

const PROVIDER = join(__dirname, '../../node_modules/@cdktf/provider-aws/lib');
const entries = [NOT_IN_MOTO, ARGUMENTS_NOT_IN_MOTO, MOTO_FAULTS].flatMap((table) => Object.entries(table));

test.each(entries)('%s is a resource of the provider', (type) => {
  expect(existsSync(join(PROVIDER, type.replace(/^aws_/, '').replaceAll('_', '-')))).toBe(true);
});

test('what is not there at all is not called faulty, too', () => {
  expect(Object.keys(MOTO_FAULTS).filter((type) => type in NOT_IN_MOTO)).toEqual([]);
});

test.each(entries)('%s names the place in the source of moto that shows it', (_type, { reason }) => {
  expect(reason).toMatch(/[a-z0-9_]+\/[a-z_/]+\.py/);
});
