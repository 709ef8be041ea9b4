import { DAEMON_SET, JOB, making, makingOf } from '../sample-workload';
import { AUTO_MODE, AUTOPILOT, EKS_POOLS, GKE_POOLS, GKE_SANDBOX } from './sample-clusters';

const sandbox = true;

describe('a workload is refused', () => {
  test('where it may run on no pool', () => {
    expect(making({ placement: { pools: [] }, cluster: GKE_POOLS })).toThrow(
      "test/backend: 'placement.pools' must name a pool, got []; leave it out for any",
    );
  });

  test('where it names a pool twice', () => {
    expect(making({ placement: { pools: ['gpu', 'gpu'] }, cluster: GKE_POOLS })).toThrow(
      "test/backend: 'placement.pools' must name each pool once, got 'gpu'",
    );
  });

  test('where nothing tells what pools there are', () => {
    expect(making({ placement: { pools: ['gpu'] } })).toThrow(
      "test/backend: 'cluster' is needed where placement names pools, got undefined",
    );
  });

  test('where the cluster has not the pool', () => {
    expect(making({ placement: { pools: ['general', 'bach'] }, cluster: EKS_POOLS })).toThrow(
      "test/backend: 'placement.pools' must be pools of the cluster, got 'bach'; did you mean 'batch'? (batch, general, gpu)",
    );
  });

  test('where Auto Mode would have to know a pool', () => {
    expect(making({ placement: { pools: ['gpu'] }, cluster: AUTO_MODE })).toThrow(
      `test/backend: 'placement.pools' must be left out in EKS Auto Mode, where no nodes are made under a pool’s name, got ["gpu"]`,
    );
  });

  test('where Autopilot would have to make nodes of two pools', () => {
    expect(making({ placement: { pools: ['batch', 'gpu'] }, cluster: AUTOPILOT })).toThrow(
      `test/backend: 'placement.pools' must be one pool in Autopilot, which makes nodes for one, got ["batch","gpu"]`,
    );
  });

  test('where Autopilot would have to make nodes with a label that is none', () => {
    expect(making({ placement: { pools: ['Batch'] }, cluster: AUTOPILOT })).toThrow(
      "test/backend: 'placement.pools' must be lower-case letters, digits and dashes, 63 at most, got 'Batch'",
    );
  });

  test('where nothing tells whether there is gVisor', () => {
    expect(making({ placement: { sandbox } })).toThrow(
      "test/backend: 'cluster' is needed where placement.sandbox is true, got undefined",
    );
  });

  test.each([EKS_POOLS, AUTO_MODE])('where it is to run in gVisor on AWS: %#', (cluster) => {
    expect(making({ placement: { sandbox }, cluster })).toThrow(
      "test/backend: 'placement.sandbox' must be false on AWS, whose nodes bring no gVisor, got true",
    );
  });

  test('where no pool has gVisor', () => {
    expect(making({ placement: { sandbox }, cluster: GKE_POOLS })).toThrow(
      "test/backend: 'placement.sandbox' must have a pool of the cluster with gVisor, got true",
    );
  });

  test('where the pools that it may run on have no gVisor', () => {
    expect(making({ placement: { sandbox, pools: ['general'] }, cluster: GKE_SANDBOX })).toThrow(
      "test/backend: 'placement.sandbox' must have a pool of placement.pools with gVisor, got true",
    );
  });

  test('where an agent is to run apart from the node that it is about', () => {
    const host = { reason: 'counts the processes of the node', pid: true };
    expect(makingOf({ ...DAEMON_SET, host, placement: { sandbox }, cluster: GKE_SANDBOX })).toThrow(
      "test/sample: 'placement.sandbox' must be false where host is set, which gVisor keeps a pod from, got true",
    );
  });

  test.each([DAEMON_SET, JOB])('where pods that are no replicas are to be spread: %#', (props) => {
    expect(makingOf({ ...props, placement: { spread: { nodes: 'required' } } })).toThrow(
      `test/sample: 'placement.spread' must be left out of a ${props.kind}, whose pods are not replicas, got {"nodes":"required"}`,
    );
  });

  test('for its pool alone where that is unknown, not for what the pool would have to have', () => {
    const resources = {
      requests: { cpu: '1', memory: '1Gi' },
      limits: { cpu: '1', memory: '1Gi' },
      gpu: { count: 8 },
    };
    const placement = { sandbox, pools: ['missing'] };
    expect(making({ placement, resources, cluster: GKE_SANDBOX })).toThrow(
      /^test\/backend: 'placement\.pools' must be pools of the cluster, got 'missing'; allowed: [^\n]*$/,
    );
  });
});

describe('a workload is accepted', () => {
  test('in gVisor where one of its pools has it', () => {
    expect(making({ placement: { sandbox, pools: ['general', 'untrusted'] }, cluster: GKE_SANDBOX })).not.toThrow();
  });

  test('on an architecture wherever it runs', () => {
    expect(making({ placement: { architecture: 'arm64' }, cluster: AUTO_MODE })).not.toThrow();
  });
});
