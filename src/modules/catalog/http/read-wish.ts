import { type FacetChoice, FACETS } from '../domain/catalogue-facets.js';
import type { CatalogueWish } from '../use-cases/browse-catalogue.js';

const LONGEST = 200;

/** What the address of the catalogue asks for. What makes no sense is left out, and other parameters are no business of ours. */
export function readWish(query: Readonly<Record<string, unknown>>): CatalogueWish {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
  };
  const chosen = FACETS.flatMap((facet) => (text(facet) === '' ? [] : [[facet, text(facet)] as const]));
  return { text: text('q'), choice: Object.fromEntries(chosen) satisfies FacetChoice };
}
