import { setTimeout as sleep } from 'node:timers/promises';
import { inBatches } from './in-batches';

test('results come in the order of the items, however long each takes', async () => {
  const results = await inBatches([30, 1, 10], 2, async (milliseconds) => {
    await sleep(milliseconds);
    return milliseconds;
  });
  expect(results).toEqual([30, 1, 10]);
});

test('no more than the given number run at a time', async () => {
  let running = 0;
  let most = 0;
  await inBatches([1, 2, 3, 4, 5], 2, async () => {
    running += 1;
    most = Math.max(most, running);
    await sleep(1);
    running -= 1;
    return undefined;
  });
  expect(most).toBe(2);
});

test('what fails fails as a whole', async () => {
  await expect(inBatches([1], 2, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
