import { object, told, type Fields } from './versions';

const change = (previous: Fields, next: Fields): readonly string[] =>
  told([object('Service', 'api', { spec: previous })], [object('Service', 'api', { spec: next })]);

const ANEW =
  'waive this, push, and delete the old one; the next sync makes it anew, under another address:\n  kubectl -n funlynk delete service api';

describe('a Service', () => {
  test.each([
    [{ clusterIP: 'None' }, {}, "'None' and cannot become nothing"],
    [{}, { clusterIP: 'None' }, "nothing and cannot become 'None'"],
    [{ clusterIP: '10.0.0.1' }, { clusterIP: '10.0.0.2' }, "'10.0.0.1' and cannot become '10.0.0.2'"],
  ])('with %j keeps its address rather than take %j', (before, after, said) => {
    expect(change(before, after)).toEqual([`error immutable-field api: spec.clusterIP was ${said}; ${ANEW}`]);
  });

  test('keeps its address by itself where it no longer says so', () => {
    expect(change({ clusterIP: '10.0.0.1' }, {})).toEqual([]);
  });

  test('keeps its first family', () => {
    expect(change({ ipFamilies: ['IPv4'] }, { ipFamilies: ['IPv6', 'IPv4'] })).toEqual([
      `error immutable-field api: spec.ipFamilies.0 was 'IPv4' and cannot become 'IPv6'; ${ANEW}`,
    ]);
    expect(change({ ipFamilies: ['IPv4'] }, { ipFamilies: ['IPv4', 'IPv6'] })).toEqual([]);
    expect(change({}, { ipFamilies: ['IPv4'] })).toEqual([]);
  });

  test('loses its second address where it is to have one family only', () => {
    expect(change({ ipFamilyPolicy: 'PreferDualStack' }, {})).toEqual([
      "warning immutable-field api: spec.ipFamilyPolicy was 'PreferDualStack' and becomes 'SingleStack': its second address is given away; make sure that no caller uses it, by name or by number",
    ]);
    expect(change({}, { ipFamilyPolicy: 'PreferDualStack' })).toEqual([]);
    expect(change({ ipFamilyPolicy: 'PreferDualStack' }, { ipFamilyPolicy: 'RequireDualStack' })).toEqual([]);
  });

  test.each([
    [{ clusterIP: 'None' }, { type: 'ExternalName' }, "'ClusterIP' and becomes 'ExternalName'"],
    [{ type: 'ExternalName' }, { clusterIP: 'None' }, "'ExternalName' and becomes 'ClusterIP'"],
  ])('with %j leads elsewhere with %j', (before, after, said) => {
    expect(change(before, after)).toEqual([
      `warning immutable-field api: spec.type was ${said}: its name leads elsewhere, and open connections to its address break; give the new one another name, have callers name that, then take 'api' away`,
    ]);
  });

  test('keeps the class of its load balancer', () => {
    const type = 'LoadBalancer';
    expect(change({ type }, { type, loadBalancerClass: 'service.k8s.aws/nlb' })).toEqual([
      "error immutable-field api: spec.loadBalancerClass was nothing and cannot become 'service.k8s.aws/nlb'; add a second Service with the other class, move the traffic, then take 'api' away",
    ]);
    expect(change({}, { type, loadBalancerClass: 'service.k8s.aws/nlb' })).toEqual([]);
  });

  test('may change its ports and what it selects', () => {
    expect(change({ ports: [{ port: 80 }], selector: { a: 'b' } }, { ports: [{ port: 81 }], selector: {} })).toEqual(
      [],
    );
  });

  test('of another group has other rules', () => {
    const knative = (spec: Fields) => ({ ...object('Service', 'api', { spec }), apiVersion: 'serving.knative.dev/v1' });
    expect(told([knative({})], [knative({ clusterIP: 'None' })])).toEqual([]);
  });
});
