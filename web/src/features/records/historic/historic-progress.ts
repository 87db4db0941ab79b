type Counts = Record<'bad' | 'waiting' | 'issuing' | 'issued' | 'held' | 'withheld', number>;

interface Run {
  state: 'checked' | 'running' | 'finished';
  total: number;
  counts: Counts;
}

export interface HistoricProgress {
  /** Rows that can be used. */
  good: number;
  /** Of these, those that a badge comes of, as far as it is known. */
  toAward: number;
  /** Of these, those of which it is known what became. */
  settled: number;
  /** What is to be done with the file next. */
  next: 'confirm' | 'correct' | 'wait' | 'nothing';
}

/** How far a file of awards from before has come. */
export function historicProgress({ state, total, counts }: Run): HistoricProgress {
  const good = total - counts.bad;
  const settled = counts.issued + counts.held + counts.withheld;
  const toAward = counts.waiting + counts.issuing + counts.issued;
  return { good, toAward, settled, next: nextOf(state, toAward, counts.bad) };
}

function nextOf(state: Run['state'], toAward: number, bad: number): HistoricProgress['next'] {
  if (state === 'running') return 'wait';
  if (state === 'finished') return 'nothing';
  if (toAward > 0) return 'confirm';
  return bad > 0 ? 'correct' : 'nothing';
}
