import { withoutCreationStacks } from '../../stacks/creation-stacks';

const DEBUG = process.env['GANTRY_DEBUG'];

/** A trace as cdktf takes it: to any depth. */
function trace(): string {
  const holder: { stack?: string } = {};
  Error.stackTraceLimit = Number.MAX_SAFE_INTEGER;
  Error.captureStackTrace(holder);
  return holder.stack ?? '';
}

describe('withoutCreationStacks', () => {
  const limit = Error.stackTraceLimit;

  afterEach(() => {
    Error.stackTraceLimit = limit;
    if (DEBUG === undefined) delete process.env['GANTRY_DEBUG'];
    else process.env['GANTRY_DEBUG'] = DEBUG;
  });

  test('records no trace while it runs, whatever the limit is set to', () => {
    expect(withoutCreationStacks(trace)).not.toContain('\n');
  });

  test('leaves the limit as it found it', () => {
    Error.stackTraceLimit = 7;
    withoutCreationStacks(trace);
    expect(Error.stackTraceLimit).toBe(7);
    expect(trace()).toContain('creation-stacks.test');
  });

  test('leaves the limit as it found it when what it runs throws', () => {
    Error.stackTraceLimit = 7;
    const run = (): void =>
      withoutCreationStacks(() => {
        throw new Error('broken');
      });
    expect(run).toThrow('broken');
    expect(Error.stackTraceLimit).toBe(7);
  });

  test('records traces as ever with GANTRY_DEBUG', () => {
    process.env['GANTRY_DEBUG'] = '1';
    expect(withoutCreationStacks(trace)).toContain('creation-stacks.test');
  });
});
