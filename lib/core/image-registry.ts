/** What manifests may know of the registry that a cluster pulls from. */
export interface ImageRegistry {
  /** Host and path that image names are appended to: `111122223333.dkr.ecr.us-east-1.amazonaws.com/funlynk`. */
  readonly host: string;
  /** Whether a pushed tag can never point elsewhere, so that a tag is as good as a digest. */
  readonly immutableTags: boolean;
}

/** Form of a digest. */
export const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Form of a tag. */
export const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** `host/name:tag@digest`, leaving out what is not known. */
export function imageReference(
  repository: string,
  version: { readonly tag?: string; readonly digest?: string },
): string {
  const tag = version.tag === undefined ? '' : `:${version.tag}`;
  const digest = version.digest === undefined ? '' : `@${version.digest}`;
  return `${repository}${tag}${digest}`;
}
