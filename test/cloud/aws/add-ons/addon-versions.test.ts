import { CORE_ADDONS, OPTIONAL_ADDONS, type AddonName } from '../../../../lib/cloud/aws/add-ons/addon-names';
import {
  addonVersion,
  type AddonVersions,
  pinnedVersion,
  versionRefusals,
} from '../../../../lib/cloud/aws/add-ons/addon-versions';
import { refuse } from '../../../../lib/core/errors';

const ALL: readonly AddonName[] = [...CORE_ADDONS, ...OPTIONAL_ADDONS];
const MINORS = ['1.33', '1.34', '1.35', '1.36'];

function checked(installed: readonly AddonName[], versions: AddonVersions, kubernetesVersion = '1.35'): () => void {
  return () => refuse('addons', versionRefusals(installed, kubernetesVersion, versions));
}

describe('the versions of add-ons', () => {
  test.each(MINORS)('are pinned for every add-on on Kubernetes %s', (minor) => {
    for (const name of ALL) expect(pinnedVersion(name, minor)).toMatch(/^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
    expect(checked(ALL, {}, minor)).not.toThrow();
  });

  test.each(MINORS)("have kube-proxy at the cluster's own %s", (minor) => {
    expect(pinnedVersion('kube-proxy', minor)).toMatch(`v${minor}.`);
  });

  test('are the pinned ones where nobody names another', () => {
    expect(addonVersion('vpc-cni', '1.35', {})).toBe('v1.22.4-eksbuild.3');
  });

  test('are those that the owner names', () => {
    expect(addonVersion('vpc-cni', '1.35', { 'vpc-cni': 'v1.23.2-eksbuild.1' })).toBe('v1.23.2-eksbuild.1');
  });

  test("are EKS' choice where the owner says so, and not otherwise", () => {
    expect(addonVersion('vpc-cni', '1.35', { 'vpc-cni': 'eks-default' })).toBeUndefined();
    expect(checked(['vpc-cni'], { 'vpc-cni': 'eks-default' }, '1.99')).not.toThrow();
  });

  test('never float because Gantry does not know a version of Kubernetes', () => {
    expect(checked(['vpc-cni', 'coredns'], {}, '1.99')).toThrow(
      "addons: 'versions' must name coredns, vpc-cni: none are pinned for Kubernetes 1.99, got {}; take them from 'aws eks describe-addon-versions', or say 'eks-default'",
    );
  });

  test('must have the form that EKS knows', () => {
    expect(checked(['coredns'], { coredns: '1.13.2' })).toThrow(
      "addons: 'versions.coredns' must be a version such as v1.22.4-eksbuild.3, or eks-default, got '1.13.2'",
    );
  });

  test("must not part kube-proxy from the cluster's version", () => {
    expect(checked(['kube-proxy'], { 'kube-proxy': 'v1.34.6-eksbuild.29' })).toThrow(
      "addons: 'versions.kube-proxy' must be of the cluster's own version, v1.35, got 'v1.34.6-eksbuild.29'",
    );
    expect(checked(['kube-proxy'], { 'kube-proxy': 'v1.35.3-eksbuild.21' })).not.toThrow();
  });

  test('must be of add-ons that the cluster has', () => {
    expect(checked(['vpc-cni', 'coredns'], { 'aws-efs-csi-driver': 'v3.4.2-eksbuild.1' })).toThrow(
      "addons: 'versions' must be of an add-on that the cluster has: coredns, vpc-cni, got 'aws-efs-csi-driver'; leave it out, or enable the add-on",
    );
  });
});
