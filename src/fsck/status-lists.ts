import type { Breach } from './inspection.js';
import type { Query } from './query.js';
import { raisedIndexes } from './status-bits.js';

export interface StatusListRow {
  id: string;
  signed: string;
  /** What is signed is the newest there is. */
  current: boolean;
  /** The institution's keys: fragment → public key. */
  keys: Record<string, string>;
}

/** The place of a credential or an endorsement in its list. */
export interface Place {
  statusListId: string;
  index: number;
  /** Such as `credential 0193a1f0-…`. */
  holder: string;
  /** It should read as revoked. */
  raised: boolean;
  /** Since long enough for the list to have been signed anew. */
  settled: boolean;
}

export async function readLists(query: Query): Promise<StatusListRow[]> {
  return query<StatusListRow>(
    `select id, signed, signed_version = version as current,
            (select json_object_agg(fragment, public_key_multibase) from signing_key k where k.institution_id = l.institution_id) as keys
       from status_list l`,
  );
}

export async function placesByList(query: Query, settledBefore: Date): Promise<Map<string, Place[]>> {
  const rows = await query<Place>(
    `select i.status_list_id as "statusListId", i.status_index as index, 'credential ' || i.id as holder,
            coalesce(c.state in ('suspended', 'revoked', 'superseded'), false) as raised,
            coalesce(greatest(c.issued_at, case c.state when 'revoked' then r.revoked_at when 'suspended' then s.acted_at
                                                        when 'superseded' then n.issued_at end) < $1, true) as settled
       from credential_intent i
       left join credential c on c.id = i.id
       left join credential_revocation r on r.credential_id = c.id
       left join credential_act s on s.credential_id = c.id and s.act = 'suspension'
       left join credential n on n.public_id = c.public_id and n.form = c.form + 1
     union all
     select f.status_list_id, f.status_index, 'endorsement ' || g.id || ', form ' || f.form,
            g.withdrawn_at is not null or n.signed_at is not null, coalesce(least(g.withdrawn_at, n.signed_at) < $1, true)
       from endorsement_form f
       join given_endorsement g on g.id = f.endorsement_id
       left join lateral (select min(signed_at) as signed_at from endorsement_form later
                           where later.endorsement_id = f.endorsement_id and later.form > f.form) n on true
      where f.status_list_id is not null`,
    [settledBefore],
  );
  const lists = new Map<string, Place[]>();
  for (const place of rows) {
    const places = lists.get(place.statusListId);
    if (places) places.push(place);
    else lists.set(place.statusListId, [place]);
  }
  return lists;
}

/** A published list beside the records. One that is being signed anew may lag behind for a while; one that says it is current may not. */
export function compareList(subject: string, published: string, places: Place[], current: boolean): Breach[] {
  const raised = readList(published);
  if (typeof raised === 'string') return [{ subject, detail: raised }];
  const expected = new Set(places.filter((place) => place.raised).map(({ index }) => index));
  const missing = places.filter((place) => place.raised && !raised.has(place.index) && (current || place.settled));
  const extra = current ? [...raised].filter((index) => !expected.has(index)) : [];
  return [
    ...missing.map(({ holder }) => ({ subject, detail: `does not show that ${holder} no longer holds` })),
    ...extra.map((index) => ({ subject, detail: `shows place ${index} as revoked, which the records do not` })),
  ];
}

/** The places that a published list shows as revoked, or why it cannot be read. */
export function readList(published: string): Set<number> | string {
  try {
    return raisedIndexes(published);
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  }
}
