import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { nearest } from '../../lib/core/nearest';
import { jsonObject } from './json';

/** Durations as Go writes them: `1h30m`, where JSON Schema would want `PT1H30M`. */
const GO_DURATION = /^[-+]?(\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+$|^0$/;

/** A validator that reports every fault and knows the formats of Kubernetes; those it does not know are not checked. */
export function newAjv(options: { readonly useDefaults: boolean }): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    logger: false,
    strict: false,
    unicodeRegExp: false,
    useDefaults: options.useDefaults,
    verbose: true,
  });
  addFormats(ajv);
  return ajv.addFormat('duration', GO_DURATION);
}

/** A fault in words: where, what, and the field that an unknown one most likely meant. */
export function describeFault(error: ErrorObject): string {
  const path = error.instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/') || '(root)';
  const params = jsonObject(error.params);
  if (error.keyword === 'additionalProperties') {
    const unknown = String(params.additionalProperty);
    const guess = nearest(unknown, Object.keys(jsonObject(error.parentSchema?.properties)));
    return `${path}: unknown field '${unknown}'${guess === undefined ? '' : `; did you mean '${guess}'?`}`;
  }
  const allowed = error.keyword === 'enum' ? ` (${String(params.allowedValues)})` : '';
  const got = typeof error.data === 'object' ? '' : `, got ${JSON.stringify(error.data)}`;
  return `${path}: ${error.message ?? error.keyword}${allowed}${got}`;
}
