import { runTool } from './run-tool';

const NODE = process.execPath;

test('a program that ends well gives its output', async () => {
  const result = await runTool(NODE, ['-e', 'process.stdout.write(process.env.WORD)'], '.', { WORD: 'said' });
  expect(result).toEqual({ installed: true, succeeded: true, stdout: 'said', stderr: '' });
});

test('a program that fails gives its errors', async () => {
  const result = await runTool(NODE, ['-e', 'process.stderr.write("no"); process.exit(3)'], '.');
  expect(result).toEqual({ installed: true, succeeded: false, stdout: '', stderr: 'no' });
});

test('a program that is not there is not installed', async () => {
  expect(await runTool('no-such-program', [], '.')).toMatchObject({ installed: false, succeeded: false });
});
