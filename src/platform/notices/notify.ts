import { selection } from '../database/insertion.js';
import type { Tx } from '../database/unit-of-work.js';
import { newId } from '../ids.js';
import type { LetterTemplate, LetterValues } from '../letters/catalogue.js';
import { type AnyLetter, queueLetters } from '../letters/queue-letters.js';
import type { Reader } from '../letters/letter-desk.js';
import { NOTICE_KINDS, type NoticeKind } from './notice-kinds.js';

/** Something that somebody is told. Holds ids and facts, never texts that people wrote. */
export interface Notice {
  institutionId: string;
  personId: string;
  kind: NoticeKind;
  /** Names it among the person's own: the same key is told once, ever. */
  dedupeKey: string;
  /** What goes on, such as work that waits: told again, with the same key, when it was read. */
  renews?: boolean;
  enrollmentId?: string | null;
  offeringId?: string | null;
  particulars?: Record<string, unknown>;
  /** For who wants a mail: the letter that says it. Left out where another one does. */
  letter?: NoticeLetter;
}

/** Of one notice, in the order in which they were given. */
export interface Told {
  /** It had not been told before, or was told anew. */
  isNew: boolean;
  /** The person wants to hear of this kind by mail. */
  byMail: boolean;
  /** Who that is; `null` who is unknown here. */
  reader: (Reader & { email: string | null }) | null;
}

interface ToldRow extends Reader {
  place: number;
  isNew: boolean;
  byMail: boolean;
  email: string | null;
}

type NoticeLetterKind = 'deadline_near' | 'feedback' | 'reminder' | 'place_moved' | 'grading_waiting' | 'import_finished';

/** A letter of a kind that one may choose not to get, with its values, and the words if they were written for it alone. */
export type NoticeLetter = {
  [Kind in NoticeLetterKind]: { kind: Kind; values: LetterValues<Kind>; words?: LetterTemplate };
}[NoticeLetterKind];

const COLUMNS = {
  place: 'integer',
  id: 'uuid',
  person_id: 'uuid',
  kind: 'text',
  dedupe_key: 'text',
  renews: 'boolean',
  by_mail: 'boolean',
  enrollment_id: 'uuid',
  offering_id: 'uuid',
  particulars: 'jsonb',
};

/** Each person is looked up by their id, which `limit 1` asks for: the planner would rather read everybody there is than 500 of them. */
function telling(asked: string): string {
  return `
  with asked (${Object.keys(COLUMNS).join(', ')}) as (${asked}
  ), wanted as materialized (
    select a.*, p.name, p.email, p.locale, p.time_zone, coalesce(c.in_product, true) as in_product, coalesce(c.by_mail, a.by_mail) as wants_mail
      from asked a
     cross join lateral (select id, name, email, locale, time_zone from person where id = a.person_id limit 1) as p
      left join notice_preference c on c.institution_id = $1::uuid and c.person_id = p.id and c.kind = a.kind
  ), told as (
    insert into notice as n (id, institution_id, person_id, kind, dedupe_key, enrollment_id, offering_id, particulars, created_at)
    select id, $1::uuid, person_id, kind, dedupe_key, enrollment_id, offering_id, particulars, $2::timestamptz from wanted where in_product
    on conflict (institution_id, person_id, dedupe_key) do update
      set created_at = excluded.created_at, read_at = null, particulars = excluded.particulars
      where n.read_at is not null
        and exists (select from asked a where a.renews and a.dedupe_key = n.dedupe_key and a.person_id = n.person_id)
    returning person_id, dedupe_key
  )
  select w.place, w.email, w.name, w.locale, w.time_zone as "timeZone", w.wants_mail as "byMail",
         not w.in_product or exists (select from told t where t.person_id = w.person_id and t.dedupe_key = w.dedupe_key) as "isNew"
    from wanted w`;
}

/**
 * Tells people in the transaction of what they are told of, where they chose to hear of it: in the product, by mail, or both. One statement
 * for some hundreds, all of one institution; no two for the same person with one key. Who is unknown here is told nothing.
 */
export async function notify(tx: Tx, notices: readonly Notice[], now: Date): Promise<Told[]> {
  const [first] = notices;
  if (!first) return [];
  const { text, values } = selection(
    COLUMNS,
    notices.map((notice, place) => rowOf(notice, place, now)),
    2,
  );
  const told = notices.map((): Told => ({ isNew: false, byMail: false, reader: null }));
  const rows = await tx.query<ToldRow>(telling(text), [first.institutionId, now, ...values]);
  for (const { place, isNew, byMail, email, name, locale, timeZone } of rows)
    told[place] = { isNew, byMail, reader: { email, name, locale, timeZone } };
  const letters = notices.flatMap((notice, place) => {
    const { isNew, byMail, reader } = told[place] ?? {};
    return notice.letter && isNew && byMail && reader?.email
      ? [letterOf(notice, notice.letter, { ...reader, email: reader.email }, now)]
      : [];
  });
  await queueLetters(tx, letters);
  return told;
}

function rowOf(
  { personId, kind, dedupeKey, renews = false, enrollmentId = null, offeringId = null, particulars = {} }: Notice,
  place: number,
  now: Date,
): (string | number | boolean | null)[] {
  const { byMail } = NOTICE_KINDS[kind];
  const id = newId(now.getTime());
  return [place, id, personId, kind, dedupeKey, renews, byMail, enrollmentId, offeringId, JSON.stringify(particulars)];
}

function letterOf(
  { institutionId, personId, dedupeKey, renews, enrollmentId, offeringId }: Notice,
  letter: NoticeLetter,
  to: Reader & { email: string },
  now: Date,
): AnyLetter {
  const time = renews ? `:${now.getTime()}` : '';
  const about = { enrollmentId, offeringId };
  return { ...letter, institutionId, dedupeKey: `notice:${institutionId}:${personId}:${dedupeKey}${time}`, to, about, now };
}
