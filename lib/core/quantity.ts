const CPU = /^(\d+(?:\.\d+)?)(m?)$/;
const BYTES = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)?$/;
const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Millicores of a Kubernetes CPU quantity such as `250m` or `2`; undefined where it is none. */
export function cpuMillicores(quantity: string): number | undefined {
  const match = CPU.exec(quantity);
  if (match === null) return undefined;
  return Number(match[1]) * (match[2] === 'm' ? 1 : 1000);
}

/** Bytes of a Kubernetes memory or storage quantity such as `512Mi`; undefined where it is none. */
export function quantityBytes(quantity: string): number | undefined {
  const match = BYTES.exec(quantity);
  if (match === null) return undefined;
  return Number(match[1]) * (FACTORS[match[2] ?? ''] ?? 1);
}
