import type { Refusal } from './errors';
import { isDnsLabel } from './names';

const MAX_HOST = 253;
const IPV4 = /^\d+(\.\d+){3}$/;

/** Names that only the cluster knows. */
const CLUSTER_DOMAINS = ['.svc', '.cluster.local'];

/** One port of a host outside the cluster. */
export interface ExternalHost {
  /** Name in lower case; one that begins with `*.` stands for names below. */
  readonly host: string;
  readonly port: number;
}

/** Splits `api.stripe.com:443`; the port is not a number where there is none. */
export function parseExternalHost(hostAndPort: string): ExternalHost {
  const [, host = hostAndPort, port] = /^(.*):(\d{1,5})$/.exec(hostAndPort) ?? [];
  return { host, port: Number(port) };
}

/** Refuses what is no port of a host outside, the worst fault first and alone. */
export function externalHostRefusal({ host, port }: ExternalHost): Refusal | undefined {
  const refusal = (rule: string, got: unknown, remedy?: string): Refusal => ({
    property: 'external',
    rule,
    got,
    ...(remedy === undefined ? {} : { remedy }),
  });
  if (Number.isNaN(port)) return refusal('must be a host and a port such as api.stripe.com:443', host);
  if (!Number.isInteger(port) || port < 1 || port > 65535) return refusal('must have a port from 1 to 65535', port);
  if (IPV4.test(host) || host.includes(':')) {
    return refusal('must be the name of a host, not an address', host, 'give the address a name in DNS');
  }
  if (CLUSTER_DOMAINS.some((domain) => host.endsWith(domain))) {
    return refusal('must be outside the cluster', host, 'connect to services of the cluster by their namespace');
  }
  return isHost(host)
    ? undefined
    : refusal('must be a full host name in lower case such as api.stripe.com, or *.stripe.com', host);
}

/** A name of two parts at least, and of two below a wildcard: nobody owns all of `*.com`. */
function isHost(host: string): boolean {
  const labels = host.replace(/^\*\./, '').split('.');
  const isName = labels.length > 1 && labels.every(isDnsLabel);
  return isName && host.length <= MAX_HOST && /[a-z]/.test(labels.at(-1) ?? '');
}
