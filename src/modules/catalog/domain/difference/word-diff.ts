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

/** Neighbours of one kind together; between what is the same, what was removed comes first. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  const changed = { removed: '', added: '' };
  const settle = () => {
    if (changed.removed) result.push({ kind: 'removed', text: changed.removed });
    if (changed.added) result.push({ kind: 'added', text: changed.added });
    changed.removed = changed.added = '';
  };
  for (const { kind, text } of runs) {
    if (text === '') continue;
    if (kind !== 'same') {
      changed[kind] += text;
      continue;
    }
    settle();
    const last = result.at(-1);
    if (last?.kind === 'same') last.text += text;
    else result.push({ kind, text });
  }
  settle();
  return result;
}
