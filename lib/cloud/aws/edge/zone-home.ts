import type { AwsPlace } from '../aws-construct';

/** Where Route 53 looks for what a zone needs of other services: the key of its signatures, and its log. */
const HOME = 'us-east-1';

/**
 * The region of a zone's key and log, and what a resource has to be told of it: nothing where the provider is of
 * that region, so that versions of the provider without such an argument will do there.
 */
export function zoneHomeRegion({ region }: Pick<AwsPlace, 'region'>): {
  readonly region: string;
  readonly resourceRegion: string | undefined;
} {
  return { region: HOME, resourceRegion: region === HOME ? undefined : HOME };
}
