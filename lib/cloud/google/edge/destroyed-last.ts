/**
 * Google refuses to delete what is still in use. Without this, Terraform would try to before it has told the users,
 * such as a URL map, that they are to use it no longer.
 */
export const DESTROYED_LAST = { createBeforeDestroy: true };
