import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { isJsonObject, jsonList, jsonObject, type JsonObject } from './json';
import { newAjv } from './schema-faults';
import { strictSchema } from './strict-schema';

const DOCUMENT_END = /^---$/m;
const GROUP = /^ {2}group: (\S+)$/m;
const KIND = /^ {4}kind: (\S+)$/m;

interface Validators {
  /** Fills in defaults, as the API server does before it validates. */
  readonly fill: ValidateFunction;
  readonly check: ValidateFunction;
}

/** Schemas of custom resources, from CustomResourceDefinitions. */
export class CustomSchemas {
  /** All `*.yaml` of some folders. */
  public static fromFolders(...folders: readonly string[]): CustomSchemas {
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.yaml'))
        .sort()
        .map((file) => join(folder, file)),
    );
    return new CustomSchemas(files.map((file) => readFileSync(file, 'utf8')));
  }

  private readonly filling: Ajv = newAjv({ useDefaults: true });
  private readonly checking: Ajv = newAjv({ useDefaults: false });
  /** Definitions by group and kind, as text: to parse all of them takes seconds, and few are used. */
  private readonly definitions: ReadonlyMap<string, string>;
  private readonly validators = new Map<string, Validators | undefined>();

  constructor(texts: readonly string[]) {
    this.definitions = new Map(texts.flatMap((text) => text.split(DOCUMENT_END)).flatMap(keyed));
  }

  /** Faults of an object of a kind, or undefined where no definition has the kind in that version. */
  public faults(apiVersion: string, kind: string, manifest: JsonObject): readonly ErrorObject[] | undefined {
    const key = `${apiVersion} ${kind}`;
    if (!this.validators.has(key)) this.validators.set(key, this.compile(apiVersion, kind));
    const validators = this.validators.get(key);
    if (validators === undefined) return undefined;
    const filled = structuredClone(manifest);
    validators.fill(filled);
    validators.check(filled);
    return validators.check.errors ?? [];
  }

  private compile(apiVersion: string, kind: string): Validators | undefined {
    const [group = '', version = ''] = apiVersion.split('/');
    const text = this.definitions.get(`${group} ${kind}`);
    const served = text === undefined ? undefined : servedVersion(parse(text), version);
    if (served === undefined) return undefined;
    const schema = objectSchema(jsonObject(jsonObject(served.schema).openAPIV3Schema));
    return { fill: this.filling.compile(schema), check: this.checking.compile(schema) };
  }
}

function keyed(text: string): [string, string][] {
  const [group, kind] = [GROUP.exec(text)?.[1], KIND.exec(text)?.[1]];
  return group === undefined || kind === undefined ? [] : [[`${group} ${kind}`, text]];
}

function servedVersion(definition: unknown, name: string): JsonObject | undefined {
  const versions = jsonList(jsonObject(jsonObject(definition).spec).versions).filter(isJsonObject);
  return versions.find((version) => version.name === name && version.served === true);
}

/** Definitions leave out what every object has. */
function objectSchema(schema: JsonObject): JsonObject {
  const strict = strictSchema({ type: 'object', ...schema }, { bareObjectsAreEmpty: true });
  const common = { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: { type: 'object' } };
  return { ...strict, properties: { ...jsonObject(strict.properties), ...common }, required: requiredFields(schema) };
}

function requiredFields(schema: JsonObject): readonly unknown[] {
  return [...new Set([...jsonList(schema.required), 'apiVersion', 'kind', 'metadata'])];
}
