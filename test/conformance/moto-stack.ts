import { jsonList, jsonObject, mapValues, without, type JsonObject } from './json';
import type { MissingResource, MotoFault } from './moto-limits';

/** A resource that is not applied, and why. */
export interface LeftOut {
  /** As Terraform names it: `aws_eks_addon.coredns`. */
  readonly address: string;
  readonly reason: string;
}

/** What of a stack moto can be given. */
export interface MotoStack {
  readonly json: JsonObject;
  readonly leftOut: readonly LeftOut[];
}

/**
 * A copy of a stack without the resources and arguments that moto does not implement, without resources that take a
 * value from one of them, and without `prevent_destroy`, since what is applied here is destroyed again.
 */
export function motoStack(
  stack: JsonObject,
  missing: Readonly<Record<string, MissingResource>>,
  missingArguments: Readonly<Record<string, MotoFault>> = {},
): MotoStack {
  const leftOut = new Map<string, string>();
  for (const [address] of resources(stack)) {
    const reason = missing[typeOf(address)]?.reason;
    if (reason !== undefined) leftOut.set(address, reason);
  }
  for (let before = -1; before !== leftOut.size;) {
    before = leftOut.size;
    for (const [address, resource] of resources(stack)) {
      const needed = references(without(resource, ['depends_on'])).find((other) => leftOut.has(other));
      if (needed !== undefined && !leftOut.has(address)) leftOut.set(address, `takes a value from ${needed}`);
    }
  }
  const argumentsOf = (address: string): readonly string[] => missingArguments[typeOf(address)]?.attributes ?? [];
  const kept = resources(stack).filter(([address]) => !leftOut.has(address));
  for (const [address, resource] of kept) {
    for (const argument of argumentsOf(address).filter((name) => name in resource)) {
      leftOut.set(`${address}.${argument}`, missingArguments[typeOf(address)]?.reason ?? '');
    }
  }
  return {
    json: {
      ...without(stack, ['output']),
      resource: keptResources(kept, leftOut, argumentsOf),
    },
    leftOut: [...leftOut].map(([address, reason]) => ({ address, reason })),
  };
}

/** A copy of a stack that does not compare what moto gets wrong. */
export function forgiving(stack: JsonObject, faults: Readonly<Record<string, MotoFault>>): JsonObject {
  const resource = mapValues(jsonObject(stack.resource), (ofType, type) => {
    const fault = faults[type];
    if (fault === undefined) return ofType;
    return mapValues(jsonObject(ofType), (value) => {
      const block = jsonObject(value);
      const lifecycle = jsonObject(block.lifecycle);
      const ignored = [...new Set([...jsonList(lifecycle.ignore_changes), ...fault.attributes])];
      return { ...block, lifecycle: { ...lifecycle, ignore_changes: ignored } };
    });
  });
  return { ...stack, resource };
}

function keptResources(
  kept: readonly (readonly [string, JsonObject])[],
  leftOut: ReadonlyMap<string, string>,
  argumentsOf: (address: string) => readonly string[],
): JsonObject {
  const result: Record<string, Record<string, unknown>> = {};
  for (const [address, resource] of kept) {
    const dependencies = jsonList(resource.depends_on).filter((other) => !leftOut.has(String(other)));
    const type = typeOf(address);
    result[type] = {
      ...result[type],
      [address.slice(type.length + 1)]: {
        ...without(resource, argumentsOf(address)),
        ...(resource.depends_on === undefined ? {} : { depends_on: dependencies }),
        ...(resource.lifecycle === undefined
          ? {}
          : { lifecycle: without(jsonObject(resource.lifecycle), ['prevent_destroy']) }),
      },
    };
  }
  return result;
}

function resources({ resource }: JsonObject): readonly (readonly [string, JsonObject])[] {
  return Object.entries(jsonObject(resource)).flatMap(([type, ofType]) =>
    Object.entries(jsonObject(ofType)).map(([name, block]): [string, JsonObject] => [
      `${type}.${name}`,
      jsonObject(block),
    ]),
  );
}

/** Resources that an expression names: `${aws_vpc.network.id}`. */
function references(block: JsonObject): readonly string[] {
  const expressions = JSON.stringify(block).match(/\$\{[^}]*\}/g) ?? [];
  return expressions.flatMap((expression) => expression.match(/\baws_\w+\.[\w-]+/g) ?? []);
}

function typeOf(address: string): string {
  return address.slice(0, address.indexOf('.'));
}
