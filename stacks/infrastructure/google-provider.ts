import { GoogleProvider, type GoogleProviderConfig } from '@cdktf/provider-google/lib/provider';
import type { Construct } from 'constructs';

/** A stack's Google provider, which labels everything that the stack makes. */
export function addGoogleProvider(
  scope: Construct,
  labels: Readonly<Record<string, string>>,
  config: Pick<GoogleProviderConfig, 'project' | 'region'> = {},
): GoogleProvider {
  const provider = new GoogleProvider(scope, 'google', config);
  // As a property the label `managed-by` would become `managed_by`: cdktf takes a provider's keys for its own.
  provider.addOverride('default_labels', labels);
  return provider;
}
