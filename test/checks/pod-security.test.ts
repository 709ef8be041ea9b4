import { checkPodSecurity, levelOf, LEVELS } from '../../lib/checks/pod-security';
import { pods } from '../../lib/checks/pods';
import type { Finding } from '../../lib/core/finding';
import { controller, environment } from './fixtures';

const SOUND = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const SOUND_POD = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

const check = (options: Parameters<typeof controller>[1]): readonly Finding[] =>
  checkPodSecurity(environment([controller('web', options)]));
const messages = (options: Parameters<typeof controller>[1]): readonly string[] =>
  check(options).map(({ message }) => message);
const container = (context: unknown): readonly string[] =>
  messages({ container: { securityContext: { ...SOUND, ...Object.fromEntries(Object.entries(context ?? {})) } } });
const pod = (context: unknown): readonly string[] =>
  messages({ pod: { securityContext: { ...SOUND_POD, ...Object.fromEntries(Object.entries(context ?? {})) } } });

test('a finding names the workload, its file and the remedy', () => {
  expect(check({ pod: { hostNetwork: true } })).toEqual([
    {
      rule: 'pod-security',
      severity: 'error',
      resource: 'web',
      path: 'deployment-web.yaml',
      message: "shares the node's namespace: hostNetwork is true",
      remedy: 'leave hostNetwork out',
    },
  ]);
});

describe('the pod', () => {
  test.each([
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'persistentVolumeClaim',
    'projected',
    'secret',
  ])('may mount a volume of type %s', (type) => {
    expect(messages({ pod: { volumes: [{ name: 'v', [type]: {} }] } })).toEqual([]);
  });

  test.each(['hostPath', 'nfs', 'awsElasticBlockStore'])('may mount no volume of type %s', (type) => {
    expect(check({ pod: { volumes: [{ name: 'v', [type]: {} }] } })).toMatchObject([
      {
        message: `volume v is of type ${type}`,
        remedy: 'use one of configMap, csi, downwardAPI, emptyDir, ephemeral, persistentVolumeClaim, projected, secret',
      },
    ]);
  });

  test.each(['hostNetwork', 'hostPID', 'hostIPC'])('does not share %s', (name) => {
    expect(messages({ pod: { [name]: true } })).toEqual([`shares the node's namespace: ${name} is true`]);
    expect(messages({ pod: { [name]: false } })).toEqual([]);
  });

  test.each([
    [{}, []],
    [{ sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] }, []],
    [{ sysctls: [{ name: 'kernel.msgmax', value: '1' }] }, ['sets the kernel parameter kernel.msgmax']],
    [{ runAsUser: 1000 }, []],
    [{ runAsUser: 0 }, ['the pod runs as user 0']],
    [{ seccompProfile: { type: 'Localhost' } }, []],
    [{ seccompProfile: { type: 'Unconfined' } }, ['the pod is not confined by seccomp']],
    [{ appArmorProfile: { type: 'RuntimeDefault' } }, []],
    [{ appArmorProfile: { type: 'Unconfined' } }, ['the pod is not confined by AppArmor']],
    [{ windowsOptions: { hostProcess: true } }, ['the pod is a process of the node']],
    [{ seLinuxOptions: { type: 'container_t' } }, []],
    [{ seLinuxOptions: { type: 'spc_t' } }, ['the pod has SELinux options of its own']],
    [{ seLinuxOptions: { user: 'root' } }, ['the pod has SELinux options of its own']],
    [{ seLinuxOptions: { role: 'sysadm_r' } }, ['the pod has SELinux options of its own']],
  ])('with %j', (context, expected) => {
    expect(pod(context)).toEqual(expected);
  });

  test('may not run as root, even where every container runs as somebody', () => {
    const own = { ...SOUND, runAsNonRoot: true };

    expect(
      messages({
        pod: { securityContext: { ...SOUND_POD, runAsNonRoot: false } },
        container: { securityContext: own },
      }),
    ).toEqual(['the pod may run as root']);
  });

  test('is not taken out of AppArmor by an annotation', () => {
    const key = 'container.apparmor.security.beta.kubernetes.io/web';

    expect(messages({ annotations: { [key]: 'unconfined' } })).toEqual([`is not confined by AppArmor: ${key}`]);
    expect(messages({ annotations: { [key]: 'runtime/default' } })).toEqual([]);
  });
});

describe('a container', () => {
  test.each([
    [{}, []],
    [{ privileged: false }, []],
    [{ privileged: true }, ['container web is privileged']],
    [{ allowPrivilegeEscalation: true }, ['container web may gain privileges']],
    [{ allowPrivilegeEscalation: undefined }, ['container web may gain privileges']],
    [{ runAsNonRoot: false }, ['container web may run as root']],
    [{ runAsUser: 0 }, ['container web runs as user 0']],
    [{ capabilities: undefined }, ['container web keeps capabilities']],
    [{ capabilities: { drop: ['NET_RAW'] } }, ['container web keeps capabilities']],
    [{ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }, []],
    [
      { capabilities: { drop: ['ALL'], add: ['SYS_ADMIN', 'NET_ADMIN'] } },
      ['container web adds capabilities SYS_ADMIN, NET_ADMIN'],
    ],
    [{ seccompProfile: { type: 'Unconfined' } }, ['container web is not confined by seccomp']],
    [{ appArmorProfile: { type: 'Unconfined' } }, ['container web is not confined by AppArmor']],
    [{ windowsOptions: { hostProcess: true } }, ['container web is a process of the node']],
    [{ seLinuxOptions: { type: 'spc_t' } }, ['container web has SELinux options of its own']],
    [{ procMount: 'Default' }, []],
    [{ procMount: 'Unmasked' }, ['container web sees all of /proc']],
  ])('with %j', (context, expected) => {
    expect(container(context)).toEqual(expected);
  });

  test('says itself what its pod does not', () => {
    const own = { ...SOUND, ...SOUND_POD };

    expect(messages({ pod: { securityContext: {} }, container: { securityContext: own } })).toEqual([]);
    expect(messages({ pod: { securityContext: {} } })).toEqual([
      'container web may run as root',
      'container web has no seccomp profile',
    ]);
  });

  test.each([
    [
      'a port of the node',
      { ports: [{ containerPort: 80, hostPort: 80 }] },
      ['container web takes a port of the node'],
    ],
    ['port 0 of the node, which is none', { ports: [{ containerPort: 80, hostPort: 0 }] }, []],
    ['a probe of itself', { livenessProbe: { httpGet: { port: 80 } } }, []],
    [
      'a probe of another host',
      { livenessProbe: { httpGet: { host: '10.0.0.1' } } },
      ['container web is probed on another host'],
    ],
    [
      'a probe of another host by TCP',
      { readinessProbe: { tcpSocket: { host: 'x' } } },
      ['container web is probed on another host'],
    ],
    [
      'a hook of another host',
      { lifecycle: { preStop: { httpGet: { host: 'x' } } } },
      ['container web is probed on another host'],
    ],
  ])('%s', (_, fields, expected) => {
    expect(messages({ container: fields })).toEqual(expected);
  });

  test('before the others is looked at too', () => {
    const initContainers = [{ name: 'first', securityContext: { ...SOUND, privileged: true } }];

    expect(messages({ pod: { initContainers } })).toEqual(['container first is privileged']);
  });
});

test('standards go from the strictest to none at all', () => {
  expect(LEVELS).toEqual(['restricted', 'baseline', 'privileged']);
});

test.each([
  ['restricted', {}],
  ['baseline', { pod: { securityContext: { runAsUser: 0 } } }],
  ['privileged', { pod: { hostNetwork: true } }],
  ['privileged', { pod: { hostNetwork: true, securityContext: { runAsUser: 0 } } }],
])('the strictest standard that admits pods is %s', (expected, options) => {
  expect(pods([controller('web', options)]).map(levelOf)).toEqual([expected]);
});
