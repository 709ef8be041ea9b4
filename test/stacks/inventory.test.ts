import { loadEnvironments } from '../../stacks/run';
import { synthesize } from '../../stacks/synthesize';
import { inventory } from './inventory';

/** Most lines that a reviewer is asked to read at once. */
const MAX_LINES = 480;

const SUFFIX = '/cdk.tf.json';

const stacks = synthesize(loadEnvironments({ root: '.' }))
  .infrastructure.filter(({ path }) => path.endsWith(SUFFIX))
  .map(({ path, content }) => [path.slice('stacks/'.length, -SUFFIX.length), content] as const);

test.each(stacks)('%s holds these resources', (_, content) => {
  const text = inventory(JSON.parse(content));
  expect(text.split('\n').length).toBeLessThan(MAX_LINES);
  expect(text).toMatchSnapshot();
});

test('a type that is not in the table shows all its settings, and a listed one those of the table', () => {
  const resource = {
    aws_new_thing: { One: { '//': {}, name: 'one', size: 3, depends_on: ['x'], nested: { on: true } } },
    aws_vpc: { Main: { cidr_block: '10.0.0.0/16', enable_dns_support: true } },
  };
  expect(inventory({ resource, terraform: { backend: { local: { path: 'x' } } } }).split('\n')).toEqual([
    'state {"local":{"path":"x"}}',
    'aws_new_thing.One',
    '  name: one',
    '  size: 3',
    '  nested: {"on":true}',
    'aws_vpc.Main',
    '  cidr_block: 10.0.0.0/16',
  ]);
});
