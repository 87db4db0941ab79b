/** The places an act is to be about: those ticked, or all that the filters find. */
export type Chosen = { all: true } | { ids: ReadonlySet<string> };

export const NOBODY: Chosen = { ids: new Set() };

export function isChosen(chosen: Chosen, id: string): boolean {
  return 'all' in chosen || chosen.ids.has(id);
}

export function isNobody(chosen: Chosen): boolean {
  return 'ids' in chosen && chosen.ids.size === 0;
}

/** One more, or one less, of those ticked. */
export function ticked(chosen: Chosen, id: string): Chosen {
  const ids = new Set('ids' in chosen ? chosen.ids : []);
  if (!ids.delete(id)) ids.add(id);
  return { ids };
}
