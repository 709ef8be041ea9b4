import { imageReference, TAG } from '../../lib/core/image-registry';
import { KUBECTL_IMAGE } from '../../lib/core/kubectl-image';
import { PROFILE_DEFAULTS } from '../../lib/environment/profiles';

describe('the image of kubectl', () => {
  test('is Kubernetes’ own, at a version', () => {
    expect(imageReference(KUBECTL_IMAGE.repository, KUBECTL_IMAGE)).toMatch(
      /^registry\.k8s\.io\/kubectl:v1\.\d+\.\d+$/,
    );
    expect(KUBECTL_IMAGE.tag).toMatch(TAG);
  });

  test('is of the version that clusters run where an environment does not say', () => {
    for (const { kubernetesVersion } of Object.values(PROFILE_DEFAULTS)) {
      expect(KUBECTL_IMAGE.tag.startsWith(`v${kubernetesVersion}.`)).toBe(true);
    }
  });
});
