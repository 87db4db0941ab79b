/** A piece of the source, by offsets, and what stands there instead. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The source between two offsets with the edits that lie wholly in it. Of two that overlap, the earlier one holds. */
export function applyEdits(source: string, edits: readonly Edit[], from = 0, to = source.length): string {
  const inside = edits.filter((edit) => edit.from >= from && edit.to <= to).sort((a, b) => a.from - b.from);
  let result = '';
  let place = from;
  for (const edit of inside) {
    if (edit.from < place) continue;
    result += source.slice(place, edit.from) + edit.text;
    place = edit.to;
  }
  return result + source.slice(place, to);
}

/** The text with these pieces turned to spaces, so that everything else stays at its place. */
export function blankOut(source: string, pieces: readonly { from: number; to: number }[]): string {
  return applyEdits(
    source,
    pieces.map(({ from, to }) => ({ from, to, text: source.slice(from, to).replaceAll(/[^\n]/g, ' ') })),
  );
}
