import { formatReport, missingTool, type Outcome } from './outcome';

const CI = process.env.CI;

afterEach(() => {
  if (CI === undefined) delete process.env.CI;
  else process.env.CI = CI;
});

test('the report names every outcome with its details and ends in the counts', () => {
  const outcomes: Outcome[] = [
    { check: 'terraform', subject: 'a', status: 'passed', details: ['Plan: 1 to add'] },
    { check: 'terraform', subject: 'b', status: 'failed', details: ['terraform validate', 'Error: no\n\nsuch name\n'] },
    { check: 'terraform', subject: 'c', status: 'skipped', details: [] },
  ];
  expect(formatReport(outcomes)).toMatchInlineSnapshot(`
    "pass     terraform: a
             Plan: 1 to add
    FAIL     terraform: b
             terraform validate
             Error: no

             such name
    not run  terraform: c
    1 passed, 1 failed, 1 skipped
    "
  `);
});

test('a missing tool skips the check on a developer machine', () => {
  delete process.env.CI;
  expect(missingTool('terraform', 'every stack', 'not installed').status).toBe('skipped');
});

test('a missing tool fails the check in CI', () => {
  process.env.CI = 'true';
  expect(missingTool('terraform', 'every stack', 'not installed').status).toBe('failed');
});
