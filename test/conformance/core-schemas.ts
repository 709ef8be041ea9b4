import type { Ajv, ErrorObject } from 'ajv';
import { isJsonObject, jsonList, jsonObject, mapValues, type JsonObject } from './json';
import { newAjv } from './schema-faults';
import { strictSchema } from './strict-schema';

const SCHEMA_ID = 'kubernetes';
const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

/** Definitions whose OpenAPI says less, or other, than the API server does. */
const OVERRIDES: JsonObject = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: ['string', 'number'] },
};

/** Schemas of the kinds that Kubernetes itself serves, from its OpenAPI document. */
export class CoreSchemas {
  private readonly ajv: Ajv = newAjv({ useDefaults: false });
  private readonly names: ReadonlyMap<string, string>;

  constructor(openApi: unknown) {
    const definitions = jsonObject(jsonObject(openApi).definitions);
    if (!(OBJECT_META in definitions)) throw new Error(`no definition ${OBJECT_META}: not the OpenAPI of Kubernetes`);
    this.names = new Map(Object.entries(definitions).flatMap(([name, definition]) => kindsOf(name, definition)));
    this.ajv.addSchema({
      $id: SCHEMA_ID,
      definitions: mapValues(
        definitions,
        (definition, name) => OVERRIDES[name] ?? strictSchema(definition, { bareObjectsAreEmpty: false }),
      ),
    });
  }

  /** Faults of an object of a kind, or undefined where Kubernetes does not serve the kind. */
  public faults(apiVersion: string, kind: string, manifest: JsonObject): readonly ErrorObject[] | undefined {
    const name = this.names.get(`${apiVersion} ${kind}`);
    return name === undefined ? undefined : this.against(name, manifest);
  }

  /** Faults of an object's metadata, which are alike for every kind. */
  public metadataFaults(metadata: unknown): readonly ErrorObject[] {
    return this.against(OBJECT_META, metadata);
  }

  private against(name: string, value: unknown): readonly ErrorObject[] {
    this.ajv.validate(`${SCHEMA_ID}#/definitions/${name}`, value);
    return this.ajv.errors ?? [];
  }
}

function kindsOf(name: string, definition: unknown): [string, string][] {
  const identities = jsonList(jsonObject(definition)['x-kubernetes-group-version-kind']).filter(isJsonObject);
  // Options of API calls carry every group's name; a kind that can be written to a file carries one.
  if (identities.length !== 1) return [];
  return identities.map(({ group, version, kind }) => [
    `${group === '' ? '' : `${String(group)}/`}${String(version)} ${String(kind)}`,
    name,
  ]);
}
