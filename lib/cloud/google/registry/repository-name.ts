import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';

const MAX_REPOSITORY_ID = 63;
/** https://cloud.google.com/artifact-registry/docs/repositories/repo-locations */
const MULTI_REGIONS = ['asia', 'europe', 'us'];
const REGION = /^[a-z]+(-[a-z]+)+\d+$/;

/** What a repository is called and where it lies, which cannot be changed later. */
export interface RepositoryName {
  /** Project id. */
  readonly project: string;
  /** Region such as `europe-west1`, or one of the multi-regions `asia`, `europe` and `us`. */
  readonly location: string;
  /** Id of the repository, unique within project and location. */
  readonly repositoryId: string;
}

/** What the names of a repository's images begin with: `europe-west1-docker.pkg.dev/funlynk-prod/images`. */
export function imagePrefix({ project, location, repositoryId }: RepositoryName): string {
  // No image name may hold the colon of a project such as `example.com:images`.
  const path = Token.isUnresolved(project) ? project : project.replace(':', '/');
  return `${location}-docker.pkg.dev/${path}/${repositoryId}`;
}

/** Full resource name of a repository. */
export function repositoryPath({ project, location, repositoryId }: RepositoryName): string {
  return `projects/${project}/locations/${location}/repositories/${repositoryId}`;
}

/** Refuses names and locations that Artifact Registry would. */
export function repositoryNameRefusals({ location, repositoryId }: RepositoryName): (Refusal | undefined)[] {
  return [locationRefusal('location', location), resourceNameRefusal('repositoryId', repositoryId, MAX_REPOSITORY_ID)];
}

/** Refuses what is neither a region nor a multi-region. */
export function locationRefusal(property: string, location: string): Refusal | undefined {
  if (Token.isUnresolved(location) || MULTI_REGIONS.includes(location) || REGION.test(location)) return undefined;
  return {
    property,
    rule: `must be a region such as europe-west1, or one of ${MULTI_REGIONS.join(', ')}`,
    got: location,
  };
}
