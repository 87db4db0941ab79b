import { textArray } from '../database/text-array.js';
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

interface ToldRow extends Omit<Told, 'reader'> {
  position: number;
  email: string | null;
  name: string;
  locale: string;
  timeZone: string;
}

type NoticeLetterKind = 'deadline_near' | 'feedback' | 'reminder' | 'place_moved' | 'grading_waiting' | 'import_finished';

/** A letter of a kind that one may choose not to get, with its values, and the words if they were written for it alone. */
export type NoticeLetter = {
  [Kind in NoticeLetterKind]: { kind: Kind; values: LetterValues<Kind>; words?: LetterTemplate };
}[NoticeLetterKind];

/** Each person is looked up by their id, which `limit 1` asks for: the planner would rather read everybody there is than 500 of them. */
const TELL = `
  with asked as (
    select position::int, id, person_id, kind, dedupe_key, renews, by_mail, enrollment_id, offering_id, particulars
      from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
           with ordinality as a (id, person_id, kind, dedupe_key, renews, by_mail, enrollment_id, offering_id, particulars, position)
  ), wanted as materialized (
    select a.*, p.name, p.email, p.locale, p.time_zone, coalesce(c.in_product, true) as in_product, coalesce(c.by_mail, a.by_mail::boolean) as wants_mail
      from asked a
     cross join lateral (select id, name, email, locale, time_zone from person where id = a.person_id::uuid limit 1) as p
      left join notice_preference c on c.institution_id = $1::uuid and c.person_id = p.id and c.kind = a.kind
  ), told as (
    insert into notice as n (id, institution_id, person_id, kind, dedupe_key, enrollment_id, offering_id, particulars, created_at)
    select id::uuid, $1::uuid, person_id::uuid, kind, dedupe_key, enrollment_id::uuid, offering_id::uuid, particulars::jsonb, $11::timestamptz
      from wanted where in_product
    on conflict (institution_id, person_id, dedupe_key) do update
      set created_at = excluded.created_at, read_at = null, particulars = excluded.particulars
      where n.read_at is not null
        and exists (select from asked a where a.renews::boolean and a.dedupe_key = n.dedupe_key and a.person_id::uuid = n.person_id)
    returning person_id, dedupe_key
  )
  select w.position, w.email, w.name, w.locale, w.time_zone as "timeZone", w.wants_mail as "byMail",
         not w.in_product or exists (select from told t where t.person_id = w.person_id::uuid and t.dedupe_key = w.dedupe_key) as "isNew"
    from wanted w order by w.position`;

/**
 * Tells people in the transaction of what they are told of, where they chose to hear of it: in the product, by mail, or both. One statement
 * for some hundreds, all of one institution; no two for the same person with one key. Who is unknown here is told nothing.
 */
export async function notify(tx: Tx, notices: readonly Notice[], now: Date): Promise<Told[]> {
  const [first] = notices;
  if (!first) return [];
  const column = (value: (notice: Notice) => string | null) => textArray(notices.map(value));
  const rows = await tx.query<ToldRow>(TELL, [
    first.institutionId,
    column(() => newId(now.getTime())),
    column(({ personId }) => personId),
    column(({ kind }) => kind),
    column(({ dedupeKey }) => dedupeKey),
    column(({ renews = false }) => String(renews)),
    column(({ kind }) => String(NOTICE_KINDS[kind].byMail)),
    column(({ enrollmentId = null }) => enrollmentId),
    column(({ offeringId = null }) => offeringId),
    column(({ particulars = {} }) => JSON.stringify(particulars)),
    now,
  ]);
  const told = new Map(rows.map((row) => [row.position - 1, row]));
  const letters = notices.flatMap((notice, index) => {
    const row = told.get(index);
    return notice.letter && row?.isNew && row.byMail && row.email
      ? [letterOf(notice, notice.letter, { ...row, email: row.email }, now)]
      : [];
  });
  await queueLetters(tx, letters);
  return notices.map((_, index) => {
    const { isNew = false, byMail = false, ...reader } = told.get(index) ?? {};
    return { isNew, byMail, reader: 'name' in reader ? reader : null };
  });
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
