import type { ErrorObject } from 'ajv';
import type { CoreSchemas } from './core-schemas';
import type { CustomSchemas } from './custom-schemas';
import { isJsonObject, jsonObject } from './json';
import { describeFault } from './schema-faults';

/** What is at hand to validate against; a missing source leaves its kinds unchecked. */
export interface ManifestSchemas {
  readonly core?: CoreSchemas;
  readonly custom?: CustomSchemas;
}

/** Whether an object could be checked, and what is wrong with it. */
export interface Verdict {
  readonly checked: boolean;
  /** Apart from its kind and name, which the caller knows. */
  readonly faults: readonly string[];
}

/** Validates Kubernetes objects without a cluster, unknown fields refused. */
export class ManifestValidator {
  constructor(private readonly schemas: ManifestSchemas) {}

  public validate(manifest: unknown): Verdict {
    if (!isJsonObject(manifest)) return refused('must be an object');
    const { apiVersion, kind, metadata } = manifest;
    if (typeof apiVersion !== 'string') return refused('apiVersion: must be a string');
    if (typeof kind !== 'string') return refused('kind: must be a string');
    if (typeof jsonObject(metadata).name !== 'string') return refused('metadata.name: must be a string');
    const { core, custom } = this.schemas;
    const coreFaults = core?.faults(apiVersion, kind, manifest);
    if (coreFaults !== undefined) return verdict(coreFaults);
    const customFaults = custom?.faults(apiVersion, kind, manifest);
    if (customFaults !== undefined) {
      return verdict([...customFaults, ...(core?.metadataFaults(metadata) ?? []).map(inMetadata)]);
    }
    // The kind may belong to the source that is missing.
    if (core === undefined || custom === undefined) return { checked: false, faults: [] };
    return refused(`no schema for ${apiVersion} ${kind}: neither Kubernetes nor a known definition serves it`);
  }
}

function verdict(errors: readonly ErrorObject[]): Verdict {
  return { checked: true, faults: errors.map(describeFault) };
}

function refused(fault: string): Verdict {
  return { checked: true, faults: [fault] };
}

function inMetadata(error: ErrorObject): ErrorObject {
  return { ...error, instancePath: `/metadata${error.instancePath}` };
}
