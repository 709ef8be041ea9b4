import { z } from 'zod';
import { environmentSchema } from './schema';

/**
 * The schema of environment files for editors, as JSON Schema draft 7, which the YAML language server knows best.
 * It says what a value looks like; what values have to do with each other only `loadEnvironment` checks.
 */
export function environmentJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(environmentSchema, { target: 'draft-7', io: 'input' });
  return { $schema, title: 'Environment of a Gantry system', ...rest };
}

/** The text of `environments/schema.json`. */
export function environmentJsonSchemaText(): string {
  return `${JSON.stringify(environmentJsonSchema(), null, 2)}\n`;
}
