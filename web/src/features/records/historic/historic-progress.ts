type Counts = Record<'bad' | 'waiting' | 'issuing' | 'issued' | 'held' | 'withheld', number>;

interface Run {
  state: 'checked' | 'running' | 'finished';
  total: number;
  counts: Counts;
}

export interface HistoricProgress {
  /** Rows that can be used. */
  good: number;
  /** Of these, those of which it is known what became. */
  settled: number;
  /** What is to be done with the file next. */
  next: 'confirm' | 'correct' | 'wait' | 'nothing';
}

/** How far a file of awards from before has come. */
export function historicProgress({ state, total, counts }: Run): HistoricProgress {
  const good = total - counts.bad;
  const settled = counts.issued + counts.held + counts.withheld;
  if (state === 'checked') return { good, settled, next: good > 0 ? 'confirm' : 'correct' };
  return { good, settled, next: state === 'running' ? 'wait' : 'nothing' };
}
