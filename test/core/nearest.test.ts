import { nearest, suggest } from '../../lib/core/nearest';

const SERVICES = ['postgres', 'backend', 'redis'];

test.each([
  ['bakend', 'backend'],
  ['REDIS', 'redis'],
  ['post', 'postgres'],
])("'%s' most likely means '%s'", (name, meant) => {
  expect(nearest(name, SERVICES)).toBe(meant);
});

test('capitals of the candidates do not count either', () => {
  expect(nearest('no_schedule', ['NO_EXECUTE', 'NO_SCHEDULE'])).toBe('NO_SCHEDULE');
});

test.each([
  ['tga', ['digest', 'tag'], 'tag'],
  ['3s', ['s3', 'gcs'], 's3'],
  ['gsc', ['s3', 'gcs'], 'gcs'],
])("two swapped letters are one slip: '%s' among %j means '%s'", (name, candidates, meant) => {
  expect(nearest(name, candidates)).toBe(meant);
});

test('two swapped letters are nearer than two wrong ones', () => {
  expect(nearest('form', ['fowl', 'from'])).toBe('from');
});

test('the first of several that are as near is meant', () => {
  expect(nearest('cat', ['car', 'can'])).toBe('car');
});

test('a beginning that several share is no abbreviation', () => {
  expect(nearest('prod', ['production-eu-west', 'production-us-east'])).toBeUndefined();
});

test.each([
  ['kafka', SERVICES],
  ['p', ['production']],
  ['gta', ['tag']],
  ['backend', []],
])("nothing is near '%s' among %j", (name, candidates) => {
  expect(nearest(name, candidates)).toBeUndefined();
});

test('a suggestion names the nearest and lists all, sorted', () => {
  expect(suggest('bakend', SERVICES)).toBe("did you mean 'backend'? (backend, postgres, redis)");
});

test('a suggestion lists all where nothing is near', () => {
  expect(suggest('kafka', SERVICES)).toBe('allowed: (backend, postgres, redis)');
});
