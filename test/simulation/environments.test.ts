import { transport } from '../../lib/core/model/port';
import { modelOn } from '../../lib/core/model/system-model';
import { byName, generate } from '../invariants/environments';
import { actorsOf, outsideOf } from './actors';
import { networkOf } from './cluster';
import { type Actor, Declared } from './declared';
import { mayConnect, type Port } from './network';

/** Ports that nobody declares, and those of what every pod needs. */
const OTHER_PORTS: readonly Port[] = [
  { number: 53, protocol: 'UDP' },
  { number: 53, protocol: 'TCP' },
  { number: 80, protocol: 'TCP' },
  { number: 443, protocol: 'TCP' },
  { number: 4317, protocol: 'TCP' },
  { number: 15_012, protocol: 'TCP' },
  { number: 15_090, protocol: 'TCP' },
  { number: 65_535, protocol: 'TCP' },
  { number: 65_535, protocol: 'UDP' },
];

const CLUSTERS = byName(generate().environments).flatMap(([name, { resolved, output }]) =>
  resolved.clusters.flatMap(({ name: cluster, contract }) => {
    const manifests = output.clusters.find((it) => it.name === cluster)?.manifests ?? [];
    return [[`${name}/${cluster}`, { model: modelOn(output.model, cluster), contract, manifests }] as const];
  }),
);

describe.each(CLUSTERS)('%s', (_name, { model, contract, manifests }) => {
  const network = networkOf(manifests.map(({ manifest }) => manifest));
  const inside = actorsOf(model, manifests);
  const hosts = Object.values(model.services).flatMap(({ connectsTo = [], permissions = [] }) => [
    ...connectsTo.flatMap((it) => ('external' in it ? [it.external] : [])),
    ...permissions.flatMap((it) => contract.cloudApiHosts(it)),
  ]);
  const [range = '10.0.0.0/8'] = contract.apiServerRanges;
  const outside = outsideOf([...new Set(hosts)].sort(), range.replace(/\d+\/\d+$/, '9'));
  const declared = new Declared(contract);
  const ports = [
    ...Object.values(model.services).flatMap(({ ports: own = {} }) =>
      Object.values(own).map((spec): Port => ({ number: spec.containerPort, protocol: transport(spec) })),
    ),
    ...OTHER_PORTS,
  ];

  /** What the network does otherwise than the model says. */
  function faults(from: readonly Actor[], to: readonly Actor[]): readonly string[] {
    return from.flatMap((source) =>
      to.flatMap((target) =>
        ports
          .filter((port) => mayConnect(network, source, target, port) !== declared.allows(source, target, port))
          .map((port) => {
            const says = declared.allows(source, target, port) ? 'declared and denied' : 'open and not declared';
            return `${source.name} to ${target.name}:${port.number}/${port.protocol} is ${says}`;
          }),
      ),
    );
  }

  const services = inside.filter(({ role }) => role.kind === 'service');

  test('services reach each other, add-ons and the world as the model says, and no further', () => {
    expect(services).not.toEqual([]);
    expect(faults(services, [...inside, ...outside])).toEqual([]);
  });

  test('services are reached as the model says, and by nobody else', () => {
    expect(faults(inside, services)).toEqual([]);
  });

  test('unknown pods beside services reach names and nothing else', () => {
    const unknown = inside.filter(({ role }) => role.kind === 'tenant');
    expect(faults(unknown, [...services, ...outside])).toEqual([]);
  });
});
