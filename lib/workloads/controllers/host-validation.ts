import { posix } from 'node:path';
import type { Refusal } from '../../core/errors';
import type { RunAs } from '../../core/model/container';
import type { HostAccess, HostPath } from '../../core/model/host-access';
import { nearest } from '../../core/nearest';
import { CAPABILITIES } from './capabilities';

const ROOT = 0;

/** Fewer letters than this are no reason that a reader could judge. */
const LEAST_REASON = 10;

/** What an agent says wrong of what it gets of its nodes. */
export function hostRefusals(host: HostAccess, runAs: RunAs): readonly (Refusal | undefined)[] {
  return [
    reasonRefusal(host),
    emptyRefusal(host),
    ...capabilityRefusals(host),
    rootRefusal(host),
    userRefusal(host, runAs),
    ...Object.entries(host.paths ?? {}).map(([name, path]) => pathRefusal(name, path, host)),
  ];
}

function reasonRefusal({ reason }: HostAccess): Refusal | undefined {
  if (reason.trim().length >= LEAST_REASON) return undefined;
  return { property: 'host.reason', rule: `must say in ${LEAST_REASON} letters or more why`, got: reason };
}

function emptyRefusal(host: HostAccess): Refusal | undefined {
  const { network, pid, paths = {}, capabilities = [], root, privileged } = host;
  const lists = [Object.keys(paths), capabilities];
  if ([network, pid, root, privileged].includes(true) || lists.some(({ length }) => length > 0)) return undefined;
  const rule = 'must name something of the node: network, pid, paths, capabilities, root or privileged';
  return { property: 'host', rule, got: host, remedy: 'leave host out' };
}

function capabilityRefusals({ capabilities = [], privileged = false }: HostAccess): readonly (Refusal | undefined)[] {
  const property = 'host.capabilities';
  if (privileged && capabilities.length > 0) {
    const rule = 'must be left out where host.privileged is true, which is all of them';
    return [{ property, rule, got: capabilities }];
  }
  return capabilities.map((name, index) => {
    if (capabilities.indexOf(name) < index) return { property, rule: 'must name each capability once', got: name };
    if (CAPABILITIES.includes(name)) return undefined;
    if (name === 'ALL') return { property, rule: 'must be named one by one', got: name, remedy: 'ALL is privileged' };
    const guess = nearest(name, CAPABILITIES);
    const remedy = guess === undefined ? {} : { remedy: `did you mean '${guess}'?` };
    return { property, rule: 'must be capabilities of Linux, without CAP_', got: name, ...remedy };
  });
}

/**
 * Kubernetes adds a capability to what a container may have; another user than root does not get it from there.
 * https://github.com/kubernetes/kubernetes/issues/56374
 */
function rootRefusal({ capabilities = [], privileged = false, root = false }: HostAccess): Refusal | undefined {
  if (root || !(privileged || capabilities.length > 0)) return undefined;
  const rule = `must be true where host.${privileged ? 'privileged' : 'capabilities'} is set, which only root gains by`;
  return { property: 'host.root', rule, got: root };
}

/** A user that is root without `host.root` is refused for every kind of workload. */
function userRefusal({ root = false }: HostAccess, { user }: RunAs): Refusal | undefined {
  if (!root || user === ROOT) return undefined;
  return { property: 'runAs.user', rule: `must be root (${ROOT}) where host.root is true`, got: user };
}

function pathRefusal(name: string, { path }: HostPath, { privileged = false }: HostAccess): Refusal | undefined {
  const property = `host.paths.${name}.path`;
  if (!posix.isAbsolute(path) || posix.normalize(path) !== path) {
    return { property, rule: 'must be an absolute path such as /var/log, without dots', got: path };
  }
  if (path !== '/' || privileged) return undefined;
  return { property, rule: 'must lie below the root of the node, unless host.privileged is true', got: path };
}
