import { copyEnvironments, useProgram } from './program';
import { useScratch } from './scratch';

/** Writes nothing, and says what it was asked to write. */
const program = useProgram({
  code: `
    import { main } from './stacks/main';
    main(
      (synthesis, { selected }) => {
        process.stdout.write(\`selected: \${selected.join(' ')}\\n\`);
        return [];
      },
      process.argv[2] === 'stderr' ? process.stderr : undefined,
    );
  `,
});
const scratch = useScratch();

beforeEach(() => copyEnvironments(scratch()));

test('every environment of the folder is run where ENVIRONMENTS says nothing', () => {
  expect(program.run(scratch()).stdout).toContain('selected: funlynk/development funlynk/production funlynk/staging\n');
});

test('ENVIRONMENTS narrows a run', () => {
  expect(program.run(scratch(), { ENVIRONMENTS: '*/production' }).stdout).toContain('selected: funlynk/production\n');
});

test('the report goes to standard output, and the exit code is 0', () => {
  const outcome = program.run(scratch(), { ENVIRONMENTS: 'funlynk/production' });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(outcome.stdout).toContain('funlynk/production: 2 clusters');
});

test('the report goes elsewhere where the program wants so', () => {
  const { stdout, stderr } = program.run(scratch(), { ENVIRONMENTS: 'funlynk/production' }, ['stderr']);
  expect(stdout).toBe('selected: funlynk/production\n');
  expect(stderr).toContain('funlynk/production: 2 clusters');
});

test('faults go to standard error, and the exit code is 1', () => {
  const { code, stdout, stderr } = program.run(scratch(), { ENVIRONMENTS: 'none' });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/no environment matches 'none'/);
});
