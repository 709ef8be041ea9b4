import type { Finding } from '../../lib/core/finding';
import { formatReport } from '../../lib/core/report';

const FILE = 'environments/funlynk/production.yaml';

function fault(line: number, path: string, message: string): Finding {
  const location = { file: FILE, line, column: 7 };
  return { rule: 'environment-reference', severity: 'error', resource: 'funlynk', path, message, location };
}

const generated: Finding = {
  rule: 'image-digest',
  severity: 'error',
  resource: 'backend',
  path: 'us-east-1/backend/deployment.yaml',
  message: "must be pinned by digest, got 'v1'",
  remedy: 'add a digest to the environment file',
};
const nodes = fault(14, 'clusters.us-east-1.nodePools.general.nodes.min', 'must be at most nodes.max (12), got 30');
const service = fault(102, 'services.bakend', "no such service in funlynk; did you mean 'backend'?");
const warning: Finding = { ...generated, severity: 'warning', rule: 'spread', message: 'is\nnot spread' };
const waiver = { rule: 'image-digest', resource: 'backend', reason: 'a partner builds it', expires: '2027-03-01' };

test('errors come first, then warnings, then what was waived and why, then their numbers', () => {
  const open = [warning, generated, service, nodes];

  expect(formatReport({ open, waived: [{ finding: generated, waiver }] })).toBe(
    `environments/funlynk/production.yaml:14:7  clusters.us-east-1.nodePools.general.nodes.min
  must be at most nodes.max (12), got 30
environments/funlynk/production.yaml:102:7  services.bakend
  no such service in funlynk; did you mean 'backend'?
us-east-1/backend/deployment.yaml  (image-digest, backend)
  must be pinned by digest, got 'v1'; add a digest to the environment file
us-east-1/backend/deployment.yaml  (spread, backend)
  warning: is
  not spread; add a digest to the environment file
us-east-1/backend/deployment.yaml  (image-digest, backend)
  waived until 2027-03-01: a partner builds it
3 faults, 1 warning, 1 waived, nothing written`,
  );
});

test('the order in which findings come does not count', () => {
  const open = [warning, generated, service, nodes];

  expect(formatReport({ open })).toBe(formatReport({ open: [...open].reverse() }));
});

test('the findings that were given stay as they were', () => {
  const open = Object.freeze([service, nodes]);

  expect(() => formatReport({ open })).not.toThrow();
});

test('a location without a line is the file alone', () => {
  expect(formatReport({ open: [{ ...nodes, path: '(file)', location: { file: FILE } }] })).toContain(
    `${FILE}  (file)\n`,
  );
});

test.each([
  [{ open: [] }, 'no faults'],
  [{ open: [nodes] }, '1 fault, nothing written'],
  [{ open: [nodes, service] }, '2 faults, nothing written'],
  [{ open: [nodes], consequence: 'nothing deployed' }, '1 fault, nothing deployed'],
  [{ open: [warning] }, 'no faults, 1 warning'],
  [{ open: [], waived: [{ finding: nodes, waiver }] }, 'no faults, 1 waived'],
])('the last line counts: %#', (report, last) => {
  expect(formatReport(report).split('\n').at(-1)).toBe(last);
});
