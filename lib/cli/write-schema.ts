import { writeFileSync } from 'node:fs';
import { environmentJsonSchemaText } from '../environment/json-schema';

/** Where editors look for the schema, seen from the root of the checkout. */
const SCHEMA_FILE = 'environments/schema.json';

/** Writes the schema of environment files for editors. */
export function writeSchema(file: string = SCHEMA_FILE): void {
  writeFileSync(file, environmentJsonSchemaText());
}

if (require.main === module) writeSchema();
