import type { TerraformStack } from 'cdktf';
import { Attestor, BinaryAuthorizationPolicy, KmsKeyRing } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/binary-authorization/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const keys = new KmsKeyRing(stack, 'keys', { project, location: 'europe-west1', name: 'signing' });

  const built = new Attestor(stack, 'built', {
    project,
    name: 'built-by-ci',
    description: 'Built, tested and scanned by the pipeline',
    signingKey: keys.addSigningKey('built-by-ci', { protectionLevel: 'HSM' }),
    signers: ['serviceAccount:ci@funlynk-prod.iam.gserviceaccount.com'],
  });

  new BinaryAuthorizationPolicy(stack, 'policy', {
    project,
    attestors: [built],
    exemptImages: ['docker.io/istio/*', 'quay.io/argoproj/**'],
    clusters: { 'europe-west1.staging': { mode: 'audit' } },
  });
  // README ends
}
