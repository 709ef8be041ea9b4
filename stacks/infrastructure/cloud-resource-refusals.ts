import { wholeNumberRefusal } from '../../lib/cloud/common/whole-number';
import type { Refusal } from '../../lib/core/errors';
import type { CloudResources } from '../../lib/core/model/cloud-resource';

/** From which number to which a cloud takes something. */
interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What a cloud takes of the numbers of a queue. */
export interface QueueBounds {
  readonly visibilityTimeoutSeconds: Bounds;
  readonly maxDeliveryAttempts: Bounds;
}

/** Refuses numbers of buckets and queues that a cloud does not take, in the words of who named them. */
export function resourceRefusals({ buckets, queues }: CloudResources, bounds: QueueBounds): (Refusal | undefined)[] {
  return [
    ...Object.entries(buckets).map(([name, { expireDays }]) =>
      optionalRefusal(`buckets.${name}.expireDays`, expireDays, { min: 1 }),
    ),
    ...Object.entries(queues).flatMap(([name, queue]) =>
      (['visibilityTimeoutSeconds', 'maxDeliveryAttempts'] as const).map((number) =>
        optionalRefusal(`queues.${name}.${number}`, queue[number], bounds[number]),
      ),
    ),
  ];
}

/** What bears a name already, by that name: `the dead letters of runs`. */
export type TakenNames = Readonly<Record<string, string>>;

/** Names that dead letters of queues take. */
export function deadLetterNames({ queues }: CloudResources, nameOf: (queue: string) => string): TakenNames {
  return Object.fromEntries(Object.keys(queues).map((queue) => [nameOf(queue), `the dead letters of ${queue}`]));
}

/** Refuses queues or topics that would be called as something else is. */
export function takenNameRefusals(
  property: 'queues' | 'topics',
  names: readonly string[],
  taken: TakenNames,
): readonly Refusal[] {
  return names.flatMap((name) => {
    const owner = Object.hasOwn(taken, name) ? taken[name] : undefined;
    return owner === undefined
      ? []
      : [{ property: `${property}.${name}`, rule: `must not be called as ${owner} would be`, got: name }];
  });
}

/** Refuses topics that hand a message to the same queue twice. */
export function repeatedQueueRefusals({ topics }: CloudResources): readonly Refusal[] {
  return Object.entries(topics).flatMap(([topic, { queues }]) =>
    repeated(queues).map((got) => ({ property: `topics.${topic}.queues`, rule: 'must name each queue once', got })),
  );
}

/** What stands more than once in a list, each once. */
export function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function optionalRefusal(
  property: string,
  value: number | undefined,
  bounds: { readonly min: number; readonly max?: number },
): Refusal | undefined {
  return value === undefined ? undefined : wholeNumberRefusal(property, value, bounds);
}
