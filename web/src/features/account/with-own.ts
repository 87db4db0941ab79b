interface Choice {
  value: string;
  label: string;
}

/** What one has stays a choice, even where this browser does not offer it. */
export function withOwn(choices: readonly Choice[], own: string): readonly Choice[] {
  return choices.some(({ value }) => value === own) ? choices : [{ value: own, label: own }, ...choices];
}
