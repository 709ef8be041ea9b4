import type { TerraformStack } from 'cdktf';
import { RegionalRegistries } from '../../../../lib/cloud/google';

/** The second example of lib/cloud/google/registry/README.md, word for word between the two marks. */
export function regionsExample(stack: TerraformStack): string {
  // README begins
  const registries = new RegionalRegistries(stack, 'registries', {
    project: 'funlynk-prod',
    repositoryId: 'images',
    location: 'europe-west1',
    cacheLocations: ['asia-southeast1', 'us-central1'],
    writers: ['serviceAccount:ci@funlynk-prod.iam.gserviceaccount.com'],
  });
  const image = `${registries.registry('us-central1').imagePrefix}/api:1.4.2`;
  // README ends
  return image;
}
