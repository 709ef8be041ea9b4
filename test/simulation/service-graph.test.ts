import { randomGraph } from './service-graph';

const GRAPHS = Array.from({ length: 200 }, (_, seed) => randomGraph(seed, ['TCP', 'UDP']));

test('a seed gives the same graph every time, and another seed another', () => {
  expect(randomGraph(7, ['TCP'])).toEqual(randomGraph(7, ['TCP']));
  expect(randomGraph(7, ['TCP'])).not.toEqual(randomGraph(8, ['TCP']));
});

test('graphs have every number of services, every kind, loops, and names that repeat in another namespace', () => {
  const services = GRAPHS.flatMap((graph) => graph.services);
  const sizes = new Set(GRAPHS.map((graph) => graph.services.length));
  expect([...sizes].sort()).toEqual([2, 3, 4, 5]);
  expect(new Set(services.map(({ kind }) => kind)).size).toBe(5);
  expect(GRAPHS.some(({ edges }) => edges.some(({ from, to }) => from === to))).toBe(true);
  expect(GRAPHS.some(({ edges }) => edges.some(({ from, to }) => from !== to && from.name === to.name))).toBe(true);
});

test('some pairs are connected and more are not', () => {
  const edges = GRAPHS.reduce((sum, graph) => sum + graph.edges.length, 0);
  const ports = GRAPHS.reduce(
    (sum, { services }) =>
      sum + services.length * services.reduce((own, service) => own + Object.keys(service.ports).length, 0),
    0,
  );
  expect(edges / ports).toBeGreaterThan(0.2);
  expect(edges / ports).toBeLessThan(0.3);
});
