import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const REGISTRY = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/;

/**
 * Refuses what is no pattern of images: a registry, a path, and an asterisk at the end of the path at most. One asterisk
 * stays within its folder, two reach below it.
 * https://cloud.google.com/binary-authorization/docs/key-concepts#exempt_images
 */
export function imagePatternRefusal(property: string, pattern: string): Refusal | undefined {
  if (Token.isUnresolved(pattern)) return undefined;
  if (/^[*/]*$/.test(pattern)) {
    return {
      property,
      rule: 'must not be every image',
      got: pattern,
      remedy: "name a registry, such as 'docker.io/istio/*'",
    };
  }
  const [registry = '', ...path] = pattern.split('/');
  if (REGISTRY.test(registry) && path.length > 0 && /^[^\s*]*\*{0,2}$/.test(path.join('/')) && !path.includes('')) {
    return undefined;
  }
  return {
    property,
    rule: "must be images of one registry, with asterisks at the end only, such as 'docker.io/istio/*'",
    got: pattern,
  };
}
