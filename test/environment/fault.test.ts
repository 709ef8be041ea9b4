import { formatPath } from '../../lib/environment/fault';

test.each([
  [[], '(file)'],
  [['domain'], 'domain'],
  [['clusters', 'us-east-1', 'zones', 2], 'clusters.us-east-1.zones[2]'],
  [['labels', 'example.com/team'], "labels['example.com/team']"],
  [['waivers', 0, 'rule'], 'waivers[0].rule'],
])('the path %j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});
