import type { TerraformResource, TerraformStack } from './output';

/** What resources of one type must be in the production profile; the rule's id ends in the requirement's name. */
export interface Requirement {
  readonly name: 'private' | 'encrypted' | 'audit-logged' | 'deletion-protected' | 'least-privilege';
  readonly type: string;
  /** Whether a resource is so; the stack tells what the resource refers to. */
  readonly holds: (resource: TerraformResource, stack: TerraformStack) => boolean;
  readonly message: string;
  readonly remedy: string;
}

/** Whether a range of addresses is as good as all of them: what two such ranges cover is everybody. */
export function isEverybody(range: unknown): boolean {
  const prefix = /\/(\d+)$/.exec(typeof range === 'string' ? range : '')?.[1];
  return prefix === undefined || Number(prefix) <= 1;
}
