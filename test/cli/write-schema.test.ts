import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSchema } from '../../lib/cli/write-schema';
import { environmentJsonSchemaText } from '../../lib/environment/json-schema';

test('the schema for editors is written to the file that is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-schema-'));
  try {
    writeSchema(join(folder, 'schema.json'));

    expect(readFileSync(join(folder, 'schema.json'), 'utf8')).toBe(environmentJsonSchemaText());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
