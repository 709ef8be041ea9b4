import { ApiObject, App } from 'cdk8s';
import type { ServiceDefinition } from '../../../lib/core/model/system';
import type { SystemModel } from '../../../lib/core/model/system-model';
import { clusterComponent, component, COMPONENT_ORDER, serviceOrder } from '../../../stacks/manifests/component';
import { environmentOf } from '../environments';

const { model } = environmentOf('funlynk/staging');
const [any] = Object.values(model.services);

/** A system with these services, each with those that it connects to. */
function connected(services: Readonly<Record<string, readonly string[]>>): SystemModel {
  if (any === undefined) throw new Error('a system has services');
  const entries = Object.entries(services).map(([name, targets]) => {
    const connectsTo: ServiceDefinition['connectsTo'] = targets.map((service) => ({ service, port: 'http' }));
    return [name, { ...any, name, connectsTo }];
  });
  return { ...model, services: Object.fromEntries(entries) as SystemModel['services'] };
}

describe('a component', () => {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } };

  test('is a folder named by its place, in two digits, and its name', () => {
    expect(component(new App(), 5, 'storage', model).node.id).toBe('05-storage');
  });

  test("puts its objects into the system's namespace and labels them", () => {
    const chart = component(new App(), 10, 'tenancy', model);
    expect(new ApiObject(chart, 'Object', object).toJson()).toMatchObject({
      metadata: { namespace: 'funlynk', labels: { 'app.kubernetes.io/part-of': 'funlynk' } },
    });
  });

  test('of the cluster as a whole puts its objects into no namespace', () => {
    const chart = clusterComponent(new App(), 0, 'namespaces', model);
    const json: unknown = new ApiObject(chart, 'Object', object).toJson();
    expect(json).toHaveProperty('metadata.labels');
    expect(json).not.toHaveProperty('metadata.namespace');
  });
});

describe('the order of components', () => {
  test('is what later ones stand on first: namespaces, storage, priorities, tenancy, secrets, mesh, metrics, services', () => {
    const order = Object.entries(COMPONENT_ORDER).sort(([, a], [, b]) => a - b);
    expect(order.map(([name]) => name)).toEqual([
      ...['namespaces', 'storage', 'scheduling', 'tenancy', 'secrets', 'mesh', 'metrics', 'services'],
      ...['traffic', 'observability'],
    ]);
  });
});

describe('the order of services', () => {
  test('puts a service after all that it connects to', () => {
    expect(serviceOrder(connected({ web: ['api'], api: ['db', 'cache'], db: [], cache: ['db'] }))).toEqual({
      db: 40,
      cache: 41,
      api: 42,
      web: 43,
    });
  });

  test('does not count a service that connects to itself', () => {
    expect(serviceOrder(connected({ peers: ['peers'] }))).toEqual({ peers: 40 });
  });

  test('puts the members of a cycle side by side, and what stands on it behind', () => {
    expect(serviceOrder(connected({ user: ['a'], a: ['b'], b: ['c'], c: ['a', 'd'], d: [] }))).toEqual({
      ...{ d: 40, a: 41, b: 41, c: 41, user: 42 },
    });
  });

  test('does not depend on the order in which services were described', () => {
    const forwards = { a: ['b'], b: ['c'], c: ['a', 'd'], d: [], e: ['b'] };
    const backwards = Object.fromEntries(Object.entries(forwards).reverse());
    expect(serviceOrder(connected(backwards))).toEqual(serviceOrder(connected(forwards)));
  });

  test('takes no longer where everything connects to everything before it', () => {
    const names = Array.from({ length: 38 }, (_, index) => `s${index}`);
    const dense = connected(Object.fromEntries(names.map((name, index) => [name, names.slice(0, index)])));
    expect(Object.values(serviceOrder(dense))).toEqual(names.map((_, index) => 40 + index));
  });

  test('ends before the traffic, however long the chain', () => {
    const names = Array.from({ length: 60 }, (_, index) => `s${index}`);
    const chain = connected(Object.fromEntries(names.map((name, index) => [name, names.slice(index + 1, index + 2)])));
    const places = Object.values(serviceOrder(chain));
    expect(Math.max(...places)).toBe(79);
    expect(Math.min(...places)).toBe(40);
  });
});
