const OFFERED = 'bg cs da de el en es et fi fr ga hr hu is it lt lv mt nl no pl pt ro sk sl sq sr sv tr uk ar he zh ja ko'.split(
  ' ',
);

/** Languages to choose from, by their names in `locale`; one that is written in the draft already stays. */
export function languageChoices(locale: string, current: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const name = (tag: string) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // A draft may hold what is no language tag; it is shown as it is.
      return tag;
    }
  };
  const tags = OFFERED.includes(current) || current === '' ? OFFERED : [...OFFERED, current];
  const choices = tags.map((value) => ({ value, label: name(value) }));
  return choices.toSorted((one, other) => one.label.localeCompare(other.label, locale));
}
