export interface Line {
  change: 'same' | 'mine' | 'theirs';
  text: string;
}

/** Beyond this many pairs of lines the middle is told as replaced: finding the smallest difference would take seconds. */
const MOST_PAIRS = 1_000_000;

/** The lines of two versions in one list: what both have, what only mine has and what only theirs has. */
export function lineChanges(mine: string, theirs: string): Line[] {
  const [a, b] = [mine.split('\n'), theirs.split('\n')];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...lines('same', a.slice(0, start)), ...middle, ...lines('same', a.slice(a.length - end))];
}

function lines(change: Line['change'], texts: readonly string[]): Line[] {
  return texts.map((text) => ({ change, text }));
}

/** By the longest common subsequence. */
function between(a: readonly string[], b: readonly string[]): Line[] {
  if (a.length * b.length > MOST_PAIRS) return [...lines('mine', a), ...lines('theirs', b)];
  const longest = lengths(a, b);
  const found: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      found.push({ change: 'same', text: a[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if ((longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) found.push({ change: 'mine', text: a[i++] ?? '' });
    else found.push({ change: 'theirs', text: b[j++] ?? '' });
  }
  return [...found, ...lines('mine', a.slice(i)), ...lines('theirs', b.slice(j))];
}

/** Of the longest sequence of lines that `a` from i and `b` from j have in common. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] ?? [];
      row[j] = a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
