/**
 * Runs something without recording stack traces.
 *
 * cdktf notes for every reference to an attribute where in the code it was made, to an unlimited depth: two fifths
 * of a synthesis, for traces that nobody sees. It raises `Error.stackTraceLimit` itself each time, so the limit is
 * held at nothing here. The output is the same, byte for byte. With GANTRY_DEBUG traces are recorded as ever.
 */
export function withoutCreationStacks<T>(run: () => T): T {
  if (process.env['GANTRY_DEBUG'] !== undefined) return run();
  const own = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
  Object.defineProperty(Error, 'stackTraceLimit', { configurable: true, get: () => 0, set: () => undefined });
  try {
    return run();
  } finally {
    if (own === undefined) Reflect.deleteProperty(Error, 'stackTraceLimit');
    else Object.defineProperty(Error, 'stackTraceLimit', own);
  }
}
