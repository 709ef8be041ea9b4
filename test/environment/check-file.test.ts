import { fileFaults } from '../../lib/environment/check-file';
import { said, smallDraft } from './small-draft';

const FILE = 'environments/shop/production.yaml';

function faults(text: string, file = FILE): readonly string[] {
  return said(fileFaults(smallDraft(text), file, ['shop', 'bank']));
}

test.each([
  ['an unknown system', 'system: shpo', "system: no such system; did you mean 'shop'? (bank, shop)"],
  [
    'a system other than the folder',
    'system: bank',
    "system: must be the name of the file's folder ('shop'), got 'bank'",
  ],
  [
    'an environment other than the file',
    'environment: staging',
    "environment: must be the name of the file ('production'), got 'staging'",
  ],
  [
    'a local state in production',
    'profile: production\nstate: { backend: local }',
    "state.backend: must be s3 or gcs in profile production, got 'local'; a lost machine loses the state",
  ],
  [
    'a waiver given twice, whatever its reason',
    'waivers:\n  - { rule: a, resource: b, reason: x }\n  - { rule: a, resource: b, reason: y }',
    "waivers[1]: 'a for b' stands in the list before, at waivers[0]",
  ],
])('%s is refused', (_, text, message) => {
  expect(faults(text)).toEqual([message]);
});

test.each([
  ['the names of its folder and of itself', 'system: shop\nenvironment: production'],
  ['names of the wrong type, which the schema refuses', 'system: 1\nenvironment: [production]'],
  ['no names', 'domain: shop.test'],
  ['a local state in development', 'profile: development\nstate: { backend: local }'],
  ['a local state in a profile that nobody knows', 'profile: prod\nstate: { backend: local }'],
  ['a state in a bucket', 'profile: production\nstate: { backend: gcs }'],
  ['one rule waived for two resources', 'waivers: [{ rule: a, resource: b }, { rule: a, resource: c }]'],
  ['two rules waived for one resource', 'waivers: [{ rule: a, resource: b }, { rule: c, resource: b }]'],
  ['two waivers without a rule', 'waivers: [{ resource: b }, { resource: b }]'],
])('a file may hold %s', (_, text) => {
  expect(faults(text)).toEqual([]);
});

test('a file in no folder may be of any system', () => {
  expect(faults('system: bank', 'production.yaml')).toEqual([]);
});
