import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../core/manifest';
import { at, keysOf, listAt } from './at';
import { podTemplate } from './controllers';

/** Whether a controller is most likely another one under a new name: alike but for names, or the same image and ports. */
export function isSameWorkload(previous: Manifest, next: Manifest): boolean {
  const names = [previous.metadata.name, next.metadata.name] as const;
  if (previous.kind === next.kind && isSameButNames(podTemplate(previous), podTemplate(next), names)) return true;
  const [before, after] = [mainContainer(previous), mainContainer(next)];
  const ports = listAt(after, 'ports');
  // Without ports, services built from one image would be taken for each other.
  return (
    ports.length > 0 && at(before, 'image') === at(after, 'image') && isDeepStrictEqual(at(before, 'ports'), ports)
  );
}

function mainContainer(manifest: Manifest): unknown {
  return listAt(podTemplate(manifest), 'spec', 'containers')[0];
}

function isSameButNames(previous: unknown, next: unknown, names: readonly [string, string]): boolean {
  if (typeof previous === 'string' && typeof next === 'string') {
    return previous === next || previous.replaceAll(word(names[0]), names[1]) === next;
  }
  if (Array.isArray(previous) && Array.isArray(next)) {
    return previous.length === next.length && previous.every((item, index) => isSameButNames(item, next[index], names));
  }
  const keys = keysOf(previous);
  if (keys.length === 0) return isDeepStrictEqual(previous, next);
  return (
    keys.length === keysOf(next).length && keys.every((key) => isSameButNames(at(previous, key), at(next, key), names))
  );
}

/** A name that is no part of a longer word. Names hold letters, digits and dashes only. */
function word(name: string): RegExp {
  return new RegExp(`(?<![a-z0-9])${name}(?![a-z0-9])`, 'g');
}
