import type { Tx } from '../database/unit-of-work.js';
import type { LetterTemplate, TemplateName } from './catalogue.js';
import type { LetterLanguage } from './letter-language.js';

export interface LetterSender {
  name: string;
  /** BCP 47. */
  language: string;
  /** IANA. */
  timeZone: string;
  /** What it wrote instead of Cairn's own. */
  own: readonly OwnTemplate[];
}

interface OwnTemplate extends LetterTemplate {
  letter: TemplateName;
  language: LetterLanguage;
}

/** Who writes, and in which words: one statement for all letters of an institution. */
export async function senderOf(tx: Tx, institutionId: string, letters: readonly TemplateName[]): Promise<LetterSender> {
  const [sender] = await tx.query<LetterSender>(
    `select i.name, i.language, i.time_zone as "timeZone", coalesce((
              select jsonb_agg(to_jsonb(newest)) from (
                select distinct on (letter, language) letter, language, subject, body from letter_template
                 where institution_id = i.id and letter = any($2) order by letter, language, version desc) newest
               where newest.body is not null), '[]') as own
       from institution i where i.id = $1`,
    [institutionId, letters],
  );
  if (!sender) throw new Error(`No institution ${institutionId} writes letters here`);
  return sender;
}

export interface LetterTopic {
  enrollmentId?: string | null | undefined;
  offeringId?: string | null | undefined;
}

export interface Titles {
  microCredential: string | null;
  offering: string | null;
}

/**
 * What enrolments and offerings are called, in the order asked. Read here for all who send letters, as notices are shown with the same
 * titles: each of them would look up the same two.
 */
export async function titlesOf(tx: Tx, topics: readonly LetterTopic[]): Promise<Titles[]> {
  if (topics.length === 0) return [];
  return tx.query<Titles>(
    `select d.title as "microCredential", o.title as offering
       from unnest($1::uuid[], $2::uuid[]) with ordinality as asked (enrollment_id, offering_id, place)
       left join enrollment e on e.id = asked.enrollment_id
       left join offering o on o.id = coalesce(asked.offering_id, e.offering_id)
       left join edition d on d.id = coalesce(e.edition_id, o.edition_id)
      order by place`,
    [topics.map(({ enrollmentId = null }) => enrollmentId), topics.map(({ offeringId = null }) => offeringId)],
  );
}
