import { dashboardJson } from '../../../../lib/cloud/google/operations/dashboard-layout';

const chart = (title: string) => ({ title, queries: { up: 'sum(up)' } });

interface Layout {
  readonly mosaicLayout: { readonly tiles: readonly { readonly xPos?: number; readonly yPos?: number }[] };
}

describe('dashboardJson', () => {
  test('puts three charts in a row, under a heading as wide as all', () => {
    const sections = [
      { title: 'One', charts: ['a', 'b', 'c', 'd'].map(chart) },
      { title: 'Two', charts: [chart('e')] },
    ];
    const { mosaicLayout } = JSON.parse(dashboardJson('Ours', sections)) as Layout;
    expect(mosaicLayout.tiles.map(({ xPos = 0, yPos = 0 }) => [xPos, yPos])).toEqual([
      [0, 0],
      [0, 5],
      [16, 5],
      [32, 5],
      [0, 21],
      [0, 37],
      [0, 42],
    ]);
  });
});
