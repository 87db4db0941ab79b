import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Findable } from '../domain/findable.js';

export interface Found {
  kind: Findable;
  /** Of the thing; of a journey the enrolment. */
  id: string;
  title: string;
  /** What tells it from others of the same name. */
  context: string | null;
  /** Where it belongs to a micro-credential; of a course that several hold, one of them. */
  microCredentialId: string | null;
}

export interface Wanted {
  institutionId: string;
  personId: string;
  words: string;
  kinds: readonly Findable[];
  /** Offerings that the person does not work on, too. */
  allOfferings: boolean;
  /** Of each kind. */
  limit: number;
}

// One statement over the bare rows of all modules. A kind that is not asked for costs nothing: its condition is decided once.
// Of each kind those whose name begins with the words come first. Row-level security lets no index on words be used (their operators
// might leak), so names are read one by one: within an institution they are few enough.
const FIND = `
  (select 'journey' as kind, n.id, e.title, o.title as context, e.micro_credential_id as "microCredentialId"
     from enrollment n join edition e on e.id = n.edition_id join offering o on o.id = n.offering_id
    where 'journey' = any($3::text[]) and n.institution_id = $1 and n.person_id = $2 and n.state in ('active', 'completed')
      and e.title ilike $4
    order by (e.title ilike $5) desc, e.title, n.id limit $7)
  union all
  (select 'micro-credential', m.id, m.draft->>'title', m.slug, m.id
     from micro_credential m
    where 'micro-credential' = any($3::text[]) and m.institution_id = $1 and m.draft->>'title' ilike $4
    order by (m.draft->>'title' ilike $5) desc, m.draft->>'title', m.id limit $7)
  union all
  (select 'course', c.id, c.title, home.title, home.id
     from course c
     join lateral (select m.id, m.draft->>'title' as title from micro_credential m
                    where m.institution_id = $1 and m.draft->'courseIds' ? c.id::text order by m.created_at desc limit 1) home on true
    where 'course' = any($3::text[]) and c.institution_id = $1 and c.title ilike $4
    order by (c.title ilike $5) desc, c.title, c.id limit $7)
  union all
  (select 'activity', a.id, a.title, c.title, home.id
     from activity a join course c on c.id = a.course_id
     join lateral (select m.id from micro_credential m
                    where m.institution_id = $1 and m.draft->'courseIds' ? c.id::text order by m.created_at desc limit 1) home on true
    where 'activity' = any($3::text[]) and a.institution_id = $1 and a.title ilike $4
    order by (a.title ilike $5) desc, a.title, a.id limit $7)
  union all
  (select 'offering', o.id, o.title, e.title, e.micro_credential_id
     from offering o join edition e on e.id = o.edition_id
    where 'offering' = any($3::text[]) and o.institution_id = $1 and concat_ws(' ', o.title, e.title) ilike $4
      and ($6 or exists (select from offering_staff s where s.offering_id = o.id and s.person_id = $2))
    order by (o.title ilike $5) desc, o.starts_at desc, o.id limit $7)
  union all
  (select 'person', p.id, p.name, p.email, null
     from membership b join person p on p.id = b.person_id
    where 'person' = any($3::text[]) and b.institution_id = $1 and (p.name ilike $4 or p.email ilike $4)
    order by (p.name ilike $5) desc, p.name, p.id limit $7)
  union all
  (select 'credential', k.id, p.name, e.title, e.micro_credential_id
     from credential k join person p on p.id = k.person_id join edition e on e.id = k.edition_id
    where 'credential' = any($3::text[]) and k.institution_id = $1 and k.state <> 'superseded' and p.name ilike $4
    order by (p.name ilike $5) desc, p.name, k.issued_at desc, k.id limit $7)`;

@Injectable()
export class FindingQuery {
  async find(tx: Tx, { institutionId, personId, words, kinds, allOfferings, limit }: Wanted): Promise<Found[]> {
    const pattern = words.replaceAll(/[\\%_]/g, String.raw`\$&`);
    return tx.query<Found>(FIND, [institutionId, personId, kinds, `%${pattern}%`, `${pattern}%`, allOfferings, limit]);
  }
}
