import type { Breach, Invariant } from './inspection.js';
import { orderCorrelation } from './rank-correlation.js';

interface List {
  id: string;
  size: number;
  nextPosition: number;
  /** In the order of issuing. */
  indexes: number[];
}

// By chance alone, five standard deviations are met once in 1.7 million lists; fewer awards than this tell nothing.
const DEVIATIONS = 5;
const FEWEST = 30;

export const statusIndexes: Invariant = {
  id: 'I6',
  says: 'a place in a status list is given once, and does not tell the order of awards',
  check: async ({ snapshot }) => {
    const lists = await snapshot<List>(
      `select l.id, l.size, l.next_position as "nextPosition",
              coalesce(array_agg(p.status_index order by p.created_at, p.id) filter (where p.id is not null), '{}') as indexes
         from status_list l
         left join (select id, status_list_id, status_index, created_at from credential_intent
                    union all
                    select id, status_list_id, status_index, created_at from endorsement_form) p on p.status_list_id = l.id
        group by l.id`,
    );
    const compared = lists.filter(({ indexes }) => indexes.length >= FEWEST);
    return {
      counts: {
        statusLists: lists.length,
        places: lists.reduce((sum, { indexes }) => sum + indexes.length, 0),
        compared: compared.length,
      },
      breaches: [...lists.flatMap(usageBreaches), ...compared.flatMap(orderBreaches)],
    };
  },
};

function usageBreaches({ id, size, nextPosition, indexes }: List): Breach[] {
  const subject = `status list ${id}`;
  const seen = new Set<number>();
  const repeated = indexes.filter((index) => seen.size === seen.add(index).size);
  const outside = indexes.filter((index) => index < 0 || index >= size);
  return [
    ...repeated.map((index) => ({ subject, detail: `place ${index} was given twice` })),
    ...outside.map((index) => ({ subject, detail: `place ${index} is outside of its ${size} bits` })),
    // Fewer are taken where somebody died between taking places and storing what stands there (ADR 18).
    ...(indexes.length <= nextPosition
      ? []
      : [{ subject, detail: `${indexes.length} places are taken, and ${nextPosition} were given out` }]),
  ];
}

function orderBreaches({ id, indexes }: List): Breach[] {
  const correlation = orderCorrelation(indexes);
  const limit = DEVIATIONS / Math.sqrt(indexes.length - 1);
  if (Math.abs(correlation) <= limit) return [];
  const detail = `its places follow the order of awards (rank correlation ${correlation.toFixed(2)})`;
  return [{ subject: `status list ${id}`, detail }];
}
