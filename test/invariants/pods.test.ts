import { checkAvailability } from '../../lib/checks/availability';
import { checkHostConfinement } from '../../lib/checks/host-confinement';
import { checkImages } from '../../lib/checks/images';
import { checkNamespaceLevels } from '../../lib/checks/namespace-levels';
import type { EnvironmentOutput } from '../../lib/checks/output';
import { checkPodSecurity } from '../../lib/checks/pod-security';
import { pods } from '../../lib/checks/pods';
import { checkQuota } from '../../lib/checks/quota';
import { checkStorage } from '../../lib/checks/storage';
import { checkTokens } from '../../lib/checks/tokens';
import type { Manifest } from '../../lib/core/manifest';
import { altered, kind, without } from './break';
import { byName, generate, open } from './environments';

const { environments } = generate();

const controllers = kind('Deployment', 'Rollout', 'StatefulSet');

/** Invariant 5: every workload satisfies `restricted`; what runs more than once has a budget and a spread. */
describe.each(byName(environments))('%s', (_, environment) => {
  const { output, manifests } = environment;
  const workloads = output.clusters.flatMap((cluster) =>
    cluster.manifests.map(({ manifest }) => manifest).filter(controllers),
  );

  test.each([
    ['satisfies Pod Security', checkPodSecurity],
    ['confines what has the node', checkHostConfinement],
    ['has namespaces that admit its pods, and no more', checkNamespaceLevels],
    ['mounts no token that is good for nothing', checkTokens],
    ['survives a drained node', checkAvailability],
    ['has a version for every image', checkImages],
    ['fits its quota', checkQuota],
    ['claims disks that can be made', checkStorage],
  ])('%s', (__, check) => {
    expect(open(check, environment)).toEqual([]);
  });

  test('says of every container in its files that it is confined', () => {
    const files = manifests.map(({ content }) => content).join('\n');
    const count = (pattern: RegExp): number => [...files.matchAll(pattern)].length;
    const written = output.clusters.flatMap((cluster) => pods(cluster.manifests));
    const containers = written.reduce((sum, pod) => sum + pod.containers.length, 0);

    expect(containers).toBeGreaterThan(0);
    expect(count(/^ +allowPrivilegeEscalation: false$/gm)).toBe(containers);
    expect(count(/^ +readOnlyRootFilesystem: true$/gm)).toBe(containers);
    expect(count(/^ +drop:\n +- ALL$/gm)).toBe(containers);
    expect(count(/^ +runAsNonRoot: true$/gm)).toBe(written.length);
    expect(count(/^ +type: RuntimeDefault$/gm)).toBe(written.length);
  });

  test('holds every namespace to the same standard', () => {
    const namespaces = output.clusters.flatMap((cluster) =>
      cluster.manifests.map(({ manifest }) => manifest).filter(kind('Namespace')),
    );

    expect(namespaces.map(({ metadata }) => metadata.labels?.['pod-security.kubernetes.io/enforce'])).toEqual(
      namespaces.map(() => 'restricted'),
    );
  });

  describe('broken on purpose', () => {
    const spec = ['spec', 'template', 'spec'];
    const each = (message: string): readonly string[] =>
      workloads.map(({ metadata }) => `${metadata.name}: ${message}`);
    const said = (check: typeof checkPodSecurity, broken: EnvironmentOutput): readonly string[] =>
      check(broken).map(({ resource, message }) => `${resource}: ${message}`);
    const all = (messages: readonly string[]): unknown => expect.arrayContaining([...messages]);

    test('pods in the namespace of the node', () => {
      expect(said(checkPodSecurity, altered(output, controllers, [...spec, 'hostNetwork'], true))).toEqual(
        each("shares the node's namespace: hostNetwork is true"),
      );
    });

    test('pods that may run as root', () => {
      expect(
        said(checkPodSecurity, altered(output, controllers, [...spec, 'securityContext', 'runAsNonRoot'], false)),
      ).toEqual(all(each('the pod may run as root')));
    });

    test('pods with what is the node’s, among others and where they are refused', () => {
      const broken = altered(output, controllers, [...spec, 'hostPID'], true);

      expect(said(checkNamespaceLevels, broken)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/: needs Pod Security privileged, and namespace .* admits restricted$/),
        ]),
      );
      expect(said(checkHostConfinement, broken)).toEqual(
        expect.arrayContaining([expect.stringMatching(/: has what is the node's, and shares namespace .* with /)]),
      );
    });

    test('namespaces that admit whatever comes', () => {
      const broken = altered(output, kind('Namespace'), ['metadata', 'labels'], {});

      expect(said(checkNamespaceLevels, broken)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/: admits Pod Security privileged, and its pods need restricted$/),
        ]),
      );
    });

    test('tokens that are mounted for nothing', () => {
      const mounted = altered(output, controllers, [...spec, 'automountServiceAccountToken'], true);
      const given = altered(output, kind('ServiceAccount'), ['automountServiceAccountToken'], undefined);

      expect(said(checkTokens, mounted)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/: mounts a token of service account .*, which no binding gives/),
        ]),
      );
      expect(said(checkTokens, given)).toEqual(
        expect.arrayContaining([expect.stringMatching(/: gives its token to every pod that does not refuse it/)]),
      );
    });

    test('containers that may do anything', () => {
      const named = altered(output, controllers, [...spec, 'containers', 0, 'name'], 'it');
      const broken = altered(named, controllers, [...spec, 'containers', 0, 'securityContext'], { privileged: true });

      expect(said(checkPodSecurity, broken)).toEqual(all(each('container it is privileged')));
    });

    test('several replicas without a budget', () => {
      const unscaled = (manifest: Manifest): boolean =>
        !kind('PodDisruptionBudget', 'HorizontalPodAutoscaler', 'ScaledObject')(manifest);
      const clusters = output.clusters.map((cluster) => ({
        ...cluster,
        manifests: cluster.manifests.filter(({ manifest }) => unscaled(manifest)),
      }));
      const scaled = altered({ ...output, clusters }, controllers, ['spec', 'replicas'], 2);

      expect(said(checkAvailability, scaled)).toEqual(
        all(each('runs more than one replica and has no PodDisruptionBudget')),
      );
    });

    test('several replicas without a spread', () => {
      const unspread = altered(output, controllers, [...spec, 'topologySpreadConstraints'], []);

      expect(said(checkAvailability, altered(unspread, controllers, ['spec', 'replicas'], 2))).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/: runs more than one replica and is not spread over zones and nodes$/),
        ]),
      );
    });

    test('images without a version', () => {
      expect(said(checkImages, altered(output, controllers, [...spec, 'containers', 0, 'image'], 'x:latest'))).toEqual(
        each('image x:latest has no version of its own'),
      );
    });

    test('a quota that is too small', () => {
      const broken = altered(output, kind('ResourceQuota'), ['spec', 'hard', 'requests.cpu'], '1m');

      expect(said(checkQuota, broken)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/: requests\.cpu is 1m, but all workloads at their largest need \d+m$/),
        ]),
      );
    });
  });
});

test('some environment has budgets, and one that is dropped is told', () => {
  const budgeted = environments.filter(({ output }) =>
    output.clusters.some(({ manifests }) => manifests.some(({ manifest }) => manifest.kind === 'PodDisruptionBudget')),
  );

  expect(budgeted.length).toBeGreaterThan(0);
  for (const { output } of budgeted) {
    const messages = checkAvailability(without(output, kind('PodDisruptionBudget'))).map(({ message }) => message);

    expect(new Set(messages)).toEqual(new Set(['runs more than one replica and has no PodDisruptionBudget']));
  }
});
