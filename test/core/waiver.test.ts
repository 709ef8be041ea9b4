import type { Finding } from '../../lib/core/finding';
import { applyWaivers, type Waiver } from '../../lib/core/waiver';

const finding: Finding = {
  rule: 'image-digest',
  severity: 'error',
  resource: 'backend',
  path: 'backend/deployment.yaml',
  message: 'must be pinned',
};
const waiver: Waiver = {
  rule: 'image-digest',
  resource: 'backend',
  reason: 'a partner builds it',
  expires: '2027-03-01',
};

test('a waiver silences the findings of its rule and resource, and keeps its reason', () => {
  const second = { ...finding, path: 'other-cluster/backend/deployment.yaml' };

  expect(applyWaivers([finding, second], [waiver], '2027-01-01')).toEqual({
    open: [],
    waived: [
      { finding, waiver },
      { finding: second, waiver },
    ],
  });
});

test('a waiver silences neither another rule nor another resource', () => {
  const others = [
    { ...finding, rule: 'image-tag' },
    { ...finding, resource: 'redis' },
  ];

  expect(applyWaivers([...others, finding], [waiver], '2027-01-01').open).toEqual(others);
});

test('a waiver holds on its last day, with a warning', () => {
  const { open, waived } = applyWaivers([finding], [waiver], '2027-03-01');

  expect(waived).toHaveLength(1);
  expect(open).toMatchObject([{ rule: 'waiver-expiring', severity: 'warning', message: 'ends today, on 2027-03-01' }]);
});

test('a waiver past its day silences nothing and is an error itself', () => {
  const { open, waived } = applyWaivers([finding], [waiver], '2027-03-02');

  expect(waived).toEqual([]);
  expect(open).toEqual([
    finding,
    {
      rule: 'waiver-expired',
      severity: 'error',
      resource: 'backend',
      path: 'waiver of image-digest for backend',
      message: 'ended on 2027-03-01 and silences nothing',
      remedy: 'mend what it silenced, or give it a later day and say why',
    },
  ]);
});

test('a waiver that no finding needs is a warning at its line', () => {
  const location = { file: 'environments/funlynk/production.yaml', line: 26, column: 5 };

  expect(applyWaivers([], [{ ...waiver, location }], '2027-01-01').open).toEqual([
    {
      rule: 'waiver-unused',
      severity: 'warning',
      resource: 'backend',
      path: 'waiver of image-digest for backend',
      message: 'silences nothing: no finding matches it',
      remedy: 'remove it',
      location,
    },
  ]);
});

test.each([
  ['2027-02-14', []],
  ['2027-02-15', ['ends in 14 days, on 2027-03-01']],
  ['2027-02-28', ['ends in 1 day, on 2027-03-01']],
])('on %s the end that is near is mentioned: %j', (today, messages) => {
  expect(applyWaivers([finding], [waiver], today).open.map(({ message }) => message)).toEqual(messages);
});
