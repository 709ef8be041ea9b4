import { LoggingProjectSink } from '@cdktf/provider-google/lib/logging-project-sink';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { destinationName, destinationRefusal, letWrite, type LogDestination } from './log-sink-destination';
import { templateText } from './template-text';

const MAX_FILTER = 20_000;
const MAX_EXCLUSIONS = 50;
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/** Entries that a sink leaves out. */
export interface LogExclusion {
  /** Filter in the Logging query language. */
  readonly filter: string;
  /**
   * Why they are left out.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Whether they are left out at present.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Properties for `LogSink`. */
export interface LogSinkProps {
  /** Id of the project whose entries are routed. */
  readonly project: string;
  /** Name of the sink within the project. `_Default` is adopted rather than made. */
  readonly name: string;
  /** Where entries go. */
  readonly destination: LogDestination;
  /**
   * Filter in the Logging query language, up to 20000 characters.
   *
   * @default - every entry of the project
   */
  readonly filter?: string;
  /**
   * What is left out all the same, by name; up to 50.
   *
   * @default - nothing
   */
  readonly exclusions?: Readonly<Record<string, LogExclusion>>;
  /**
   * What the sink is for.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Whether entries are routed at present.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Routes log entries of a project, as they arrive, and may do nothing but write them there. */
export class LogSink extends Construct {
  /** IAM member that writes the entries, known once created. */
  public readonly writerIdentity: string;

  constructor(scope: Construct, id: string, props: LogSinkProps) {
    super(scope, id);

    const { project, name, destination, filter = '' } = props;
    const exclusions = Object.entries(props.exclusions ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    refuse(this.node.path, [
      sinkNameRefusal(name),
      destinationRefusal(destination),
      !Token.isUnresolved(filter) && filter.length > MAX_FILTER
        ? { property: 'filter', rule: `must be at most ${MAX_FILTER} characters`, got: filter.length }
        : undefined,
      exclusions.length > MAX_EXCLUSIONS
        ? { property: 'exclusions', rule: `must be at most ${MAX_EXCLUSIONS}`, got: exclusions.length }
        : undefined,
      ...exclusions.flatMap(([exclusion, options]) => exclusionRefusals(exclusion, options)),
    ]);

    this.writerIdentity = new LoggingProjectSink(this, 'Resource', {
      project,
      name,
      destination: destinationName(destination),
      filter: filter === '' ? undefined : templateText(filter),
      description: props.description,
      disabled: !(props.enabled ?? true),
      uniqueWriterIdentity: true,
      bigqueryOptions:
        destination.kind === 'bigquery-dataset'
          ? { usePartitionedTables: destination.usePartitionedTables ?? true }
          : undefined,
      exclusions: exclusions.map(([exclusion, options]) => ({
        name: exclusion,
        filter: templateText(options.filter),
        description: options.description,
        disabled: !(options.enabled ?? true),
      })),
    }).writerIdentity;
    letWrite(this, destination, project, this.writerIdentity);
  }
}

function sinkNameRefusal(name: string): Refusal | undefined {
  if (Token.isUnresolved(name)) return undefined;
  if (name === '_Required') {
    return { property: 'name', rule: "must not be '_Required', which Google lets nobody change", got: name };
  }
  if (name === '_Default' || NAME.test(name)) return undefined;
  return { property: 'name', rule: 'must be up to 100 letters, digits, dashes, underscores and dots', got: name };
}

function exclusionRefusals(name: string, { filter }: LogExclusion): (Refusal | undefined)[] {
  return [
    NAME.test(name)
      ? undefined
      : {
          property: 'exclusions',
          rule: 'must be named with up to 100 letters, digits, dashes, underscores and dots',
          got: name,
        },
    filter.trim() === ''
      ? { property: `exclusions.${name}.filter`, rule: 'must not be empty, which is everything', got: filter }
      : undefined,
  ];
}
