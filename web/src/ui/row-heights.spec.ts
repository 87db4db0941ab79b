import { heightsOf, keepHeights } from './row-heights';

const measured = (size: number) => [{ index: 0, key: 'a', start: 0, end: size, size, lane: 0 }];

describe('The heights of rows', () => {
  it('are known again of the lists that were seen last, and forgotten of others', () => {
    for (let list = 1; list <= 21; list++) keepHeights(String(list), measured(list));
    keepHeights('2', measured(50));
    keepHeights('22', measured(22));
    expect(heightsOf('1')).toEqual([]);
    expect(heightsOf('3')).toEqual([]);
    expect(heightsOf('2')).toEqual(measured(50));
    expect(heightsOf('22')).toEqual(measured(22));
  });
});
