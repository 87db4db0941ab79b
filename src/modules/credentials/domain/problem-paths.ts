/** What is wrong (a key) and where (a path such as `credentialSubject.achievement.criteria`). */
export interface BadgeProblem {
  readonly problem: string;
  readonly at: string;
}

/** Nothing is wrong. As nearly always nothing is, it is one list for all, and paths are only put together for what is wrong. */
export const none: readonly BadgeProblem[] = [];

export function join(first: readonly BadgeProblem[], second: readonly BadgeProblem[]): readonly BadgeProblem[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}

/** Problems of the items of a list, each under its place. */
export function inItems<Item>(
  items: readonly Item[],
  problemsOf: (item: Item) => readonly BadgeProblem[],
): readonly BadgeProblem[] {
  let problems = none;
  for (let place = 0; place < items.length; place += 1) {
    problems = join(problems, under(`[${place}]`, problemsOf(items[place] as Item)));
  }
  return problems;
}

/** Problems of a member, with its name before their paths. */
export function under(name: string, problems: readonly BadgeProblem[]): readonly BadgeProblem[] {
  if (problems.length === 0) return none;
  return problems.map(({ problem, at }) => ({ problem, at: at === '' || at.startsWith('[') ? name + at : `${name}.${at}` }));
}
