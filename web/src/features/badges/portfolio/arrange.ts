import type { View } from '../../../api/client';
import type { Badge } from '../queries';

export type Portfolio = View<'PortfolioView'>;
export type Values = View<'PortfolioDto'>;

export function valuesOf({ title, introduction, showName, published, credentialIds }: Portfolio): Values {
  return { title, introduction, showName, published, credentialIds };
}

export interface Arranged {
  chosen: Badge[];
  rest: Badge[];
}

/** The badges on the page in their order, and the others. */
export function arranged(ids: readonly string[], badges: readonly Badge[]): Arranged {
  const byId = new Map(badges.map((badge) => [badge.id, badge]));
  return {
    chosen: ids.flatMap((id) => byId.get(id) ?? []),
    rest: badges.filter(({ id }) => !ids.includes(id)),
  };
}

/** One place up or down; beyond either end nothing changes. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** Why a badge that is on the page is not seen there; `null` when it is. */
export function hiddenBecause({ state, visibility }: Pick<Badge, 'state' | 'visibility'>): 'notStanding' | 'notShown' | null {
  if (state !== 'issued') return 'notStanding';
  return visibility === 'public' ? null : 'notShown';
}
