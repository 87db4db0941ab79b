/** A stretch of text that both versions have, or only one of them. */
export interface Run {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Words that differ, of both versions together, before the search is given up: it costs the square of this. */
const MOST_DIFFERENCES = 500;

/**
 * Two texts as one, word by word, by Myers' algorithm (An O(ND) Difference Algorithm, 1986). Same and removed runs together are the text
 * before, same and added ones the text after. Texts with next to nothing in common are told as one removed and one added.
 */
export function wordDiff(before: string, after: string): Run[] {
  const [old, next] = [wordsOf(before), wordsOf(after)];
  const head = commonHead(old, next);
  const tail = commonTail(old.slice(head), next.slice(head));
  const [oldMiddle, nextMiddle] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)];
  return joined([
    run('same', old.slice(0, head)),
    ...(middle(oldMiddle, nextMiddle) ?? [run('removed', oldMiddle), run('added', nextMiddle)]),
    run('same', old.slice(old.length - tail)),
  ]);
}

/** Words and what stands between them. */
function wordsOf(text: string): string[] {
  return text.split(/(\s+)/).filter((word) => word !== '');
}

function commonHead(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

function commonTail(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

/** `null`: they differ in more than is worth searching. */
function middle(old: readonly string[], next: readonly string[]): Run[] | null {
  const reached: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let differences = 0; differences <= Math.min(old.length + next.length, MOST_DIFFERENCES); differences++) {
    reached.push(furthest);
    furthest = new Map(furthest);
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = firstOn(furthest, diagonal, differences);
      while (x < old.length && x - diagonal < next.length && old[x] === next[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= next.length) return walkBack(old, next, reached);
    }
  }
  return null;
}

/** Where a path with one more difference comes to on a diagonal: by a word more of the next text, or one less of the old. */
function firstOn(furthest: ReadonlyMap<number, number>, diagonal: number, differences: number): number {
  return isDown(furthest, diagonal, differences) ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
}

function isDown(furthest: ReadonlyMap<number, number>, diagonal: number, differences: number): boolean {
  return diagonal === -differences || (diagonal !== differences && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));
}

function at(furthest: ReadonlyMap<number, number>, diagonal: number): number {
  return furthest.get(diagonal) ?? -1;
}

function walkBack(old: readonly string[], next: readonly string[], reached: readonly Map<number, number>[]): Run[] {
  const runs: Run[] = [];
  let [x, y] = [old.length, next.length];
  for (let differences = reached.length - 1; differences >= 0; differences--) {
    const furthest = reached[differences] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = isDown(furthest, diagonal, differences);
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1;
    const fromX = differences === 0 ? 0 : at(furthest, fromDiagonal);
    const fromY = differences === 0 ? 0 : fromX - fromDiagonal;
    while (x > fromX && y > fromY) {
      runs.push(run('same', [old[x - 1] ?? '']));
      x--;
      y--;
    }
    if (differences > 0) runs.push(down ? run('added', [next[y - 1] ?? '']) : run('removed', [old[x - 1] ?? '']));
    [x, y] = [fromX, fromY];
  }
  return runs.reverse();
}

function run(kind: Run['kind'], words: readonly string[]): Run {
  return { kind, text: words.join('') };
}

/** A place where the texts differ, or one where they agree. */
interface Segment {
  removed: string;
  added: string;
  same: string;
}

/** Neighbours of one kind together; between what is the same, what was removed comes first. */
function joined(runs: readonly Run[]): Run[] {
  const segments: Segment[] = [];
  for (const { kind, text } of runs) {
    if (text === '') continue;
    const last = segments.at(-1);
    if (last && (kind === 'same') === (last.same !== '')) last[kind] += text;
    else segments.push({ removed: '', added: '', same: '', [kind]: text });
  }
  return withoutIslands(segments).flatMap(({ same, removed, added }) =>
    [run('same', [same]), run('removed', [removed]), run('added', [added])].filter(({ text }) => text !== ''),
  );
}

/** White space that stands alone between words that were replaced is replaced with them: nobody reads a change word by word. */
function withoutIslands(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const [before, island] = [result.at(-2), result.at(-1)];
    const isReplaced =
      before !== undefined &&
      island !== undefined &&
      island.same !== '' &&
      island.same.trim() === '' &&
      segment.same === '' &&
      before.removed + segment.removed !== '' &&
      before.added + segment.added !== '';
    if (!isReplaced) {
      result.push({ ...segment });
      continue;
    }
    result.pop();
    before.removed += island.same + segment.removed;
    before.added += island.same + segment.added;
  }
  return result;
}
