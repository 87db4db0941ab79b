import type { Query } from '../query.js';
import type { FrozenRubric, RecordedGrade } from './grade.js';
import type { SequenceItem } from './sequence.js';

/** An award that was decided, beside what history says of the time when it was. */
export interface DecidedAward {
  id: string;
  editionId: string;
  /** The edition that the learner was on when it was decided. */
  pinnedEditionId: string;
  sameEnrollment: boolean;
  samePerson: boolean;
  final: boolean;
  verdict: string;
  decidedAt: Date;
  plannedAt: Date;
  issuedAt: Date | null;
  /** A later final verdict stood when it was decided. */
  corrected: boolean;
  assessorIsLearner: boolean;
  /** How the pass was given. */
  marker: string;
  /** Of who judged the work: where a rule of a later edition was applied, of who had found what it was applied to. */
  assessorRole: boolean;
  assessorOfOffering: boolean;
  /** How the work was judged, and whether that person worked for the office then. */
  judgedBy: string;
  judgeOfOffice: boolean;
  /** Where a rule was applied: it finds nothing that was not found before; the office confirmed it for this person; who did was of the office. */
  nothingAdded: boolean;
  confirmed: boolean;
  confirmedByOffice: boolean;
  grade: RecordedGrade;
  /** Activities that were completed or waived, and courses completed anywhere, by then. */
  activities: string[];
  courses: string[];
}

/** Pages of awards by id, for `pages`. A new form of an award is no award of its own: it has to say what the first one says (I4). */
export const AWARDS = `
  select i.id, i.edition_id as "editionId", i.created_at as "plannedAt", c.issued_at as "issuedAt",
         coalesce(
           (select m.to_edition_id from edition_move m where m.enrollment_id = i.enrollment_id and m.moved_at <= i.created_at
             order by m.moved_at desc limit 1),
           (select m.from_edition_id from edition_move m where m.enrollment_id = i.enrollment_id order by m.moved_at limit 1),
           e.edition_id) as "pinnedEditionId",
         a.enrollment_id = i.enrollment_id and t.enrollment_id = i.enrollment_id as "sameEnrollment",
         e.person_id = i.person_id as "samePerson",
         a.final, a.verdict, a.decided_at as "decidedAt", a.assessor_id = i.person_id as "assessorIsLearner",
         exists (select from assessment l where l.attempt_id = a.attempt_id and l.final and l.version > a.version
                                            and l.decided_at <= i.created_at) as corrected,
         a.marker, j.marker as "judgedBy",
         ${heldRole('j', ['assessor'])} as "assessorRole",
         ${heldAt(
           'j',
           'assessor',
           'offering.staff_added',
           'offering.staff_removed',
           `v.subject_type = 'offering' and v.subject_id = t.offering_id and v.particulars ->> 'personId' = j.assessor_id::text`,
         )} as "assessorOfOffering",
         j.marker = 'correction' and ${heldRole('j', ['office', 'admin'])} as "judgeOfOffice",
         j.ratings @> a.ratings as "nothingAdded",
         exists (select from requalification_row w join requalification r on r.id = w.requalification_id
                  where w.enrollment_id = i.enrollment_id and w.edition_id = i.edition_id and w.outcome = 'awarded'
                    and r.confirmed_by = a.assessor_id and r.confirmed_at = a.decided_at) as confirmed,
         ${heldRole('a', ['office', 'admin'])} as "confirmedByOffice",
         json_build_object('points', a.points, 'ratings', a.ratings, 'penaltyPercent', coalesce((t.lateness ->> 'penaltyPercent')::float8, 0)) as grade,
         array(select distinct f.activity_id from progress_fact f
                where f.enrollment_id = i.enrollment_id and f.kind in ('completed', 'waived') and f.recorded_at <= i.created_at)::text[] as activities,
         array(select k.course_id from course_completion k where k.person_id = i.person_id and k.recorded_at <= i.created_at)::text[] as courses
    from credential_intent i
    join enrollment e on e.id = i.enrollment_id
    join assessment a on a.id = i.assessment_id
    join attempt t on t.id = a.attempt_id
    join lateral (
      select * from assessment f
       where f.attempt_id = a.attempt_id and f.version <= a.version and (f.id = a.id or (f.final and f.marker <> 'requalification'))
       order by a.marker = 'requalification' and f.id = a.id, f.version desc limit 1
    ) j on true
    left join credential c on c.id = i.id
   where i.id > $1 and i.supersedes_id is null order by i.id limit $2`;

/** Whether somebody who gave a verdict held one of the roles at the institution then. */
function heldRole(verdict: 'a' | 'j', roles: string[]): string {
  const of = `v.subject_type = 'person' and v.subject_id = ${verdict}.assessor_id`;
  return `(${roles.map((role) => heldAt(verdict, role, 'role.granted', 'role.revoked', of)).join(' or ')})`;
}

/** Whether the last of two opposite events before a verdict was the first kind: what held then, not what holds today. */
function heldAt(verdict: 'a' | 'j', role: string, began: string, ended: string, of: string): string {
  return `coalesce((select v.type = '${began}' from event v
                     where v.institution_id = a.institution_id and ${of} and v.type in ('${began}', '${ended}')
                       and v.particulars ->> 'role' = '${role}' and v.occurred_at <= ${verdict}.decided_at
                     order by v.occurred_at desc, v.id desc limit 1), false)`;
}

export interface FrozenEdition {
  id: string;
  sequence: SequenceItem;
  rubric: FrozenRubric;
  courses: { id: string; required: string[] }[];
}

/** Of an edition, only what decides: the texts of a whole programme may be megabytes. */
export async function readEditions(query: Query, ids: string[]): Promise<FrozenEdition[]> {
  return query<FrozenEdition>(
    `select id, content -> 'sequence' as sequence, content -> 'rubric' as rubric,
            (select coalesce(jsonb_agg(jsonb_build_object('id', course ->> 'id', 'required',
                      (select coalesce(jsonb_agg(activity ->> 'id'), '[]')
                         from jsonb_array_elements(course -> 'activities') as activity where (activity ->> 'required')::boolean))), '[]')
               from jsonb_array_elements(content -> 'courses') as course) as courses
       from edition where id = any($1)`,
    [ids],
  );
}
