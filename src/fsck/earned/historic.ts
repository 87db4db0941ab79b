import type { Breach, Findings } from '../inspection.js';
import { pages, type Query } from '../query.js';

/** An award that stands on no pass, beside what it should stand on. */
interface UnassessedAward {
  id: string;
  /** It names an enrolment or an assessment. */
  onPass: boolean;
  /** It names a historic award. */
  onAward: boolean;
  awardThere: boolean;
  sameAward: boolean | null;
  /** The row of the file, as it was checked; `null`: it is gone, or was never good. */
  editionOnFile: string | null;
  awardedOn: string | null;
  sameImport: boolean;
  /** By when somebody had vouched for the file. */
  confirmedInTime: boolean | null;
  entitled: boolean;
  /** Of an award that is given again: that the one before it was revoked by then. */
  revokedBefore: boolean | null;
  editionId: string;
  awardedDate: string | null;
}

/** Pages by id of the awards that `AWARDS` does not find: those of before Cairn, and those whose pass is not there. */
const UNASSESSED = `
  select i.id, i.edition_id as "editionId", i.enrollment_id is not null or i.assessment_id is not null as "onPass",
         i.historic_award_id is not null as "onAward", a.id is not null as "awardThere",
         a.person_id = i.person_id and a.edition_id = i.edition_id and a.institution_id = i.institution_id as "sameAward",
         r.award ->> 'editionId' as "editionOnFile", r.award ->> 'awardedOn' as "awardedOn",
         m.id is not null and m.institution_id = i.institution_id as "sameImport", m.confirmed_at <= i.created_at as "confirmedInTime",
         coalesce((select bool_or(latest.type = 'role.granted') from (
           select distinct on (v.particulars ->> 'role') v.type from event v
            where v.institution_id = a.institution_id and v.subject_type = 'person' and v.subject_id = a.awarded_by
              and v.type in ('role.granted', 'role.revoked') and v.particulars ->> 'role' in ('office', 'admin')
              and v.occurred_at <= case when a.replaces_id is null then m.confirmed_at else a.awarded_at end
            order by v.particulars ->> 'role', v.occurred_at desc, v.id desc) as latest), false) as entitled,
         case when a.replaces_id is not null then exists (
           select from credential_intent b join credential c on c.id = b.id join credential_revocation w on w.credential_id = c.id
            where b.historic_award_id = a.replaces_id and w.revoked_at <= a.awarded_at) end as "revokedBefore",
         i.document::jsonb ->> 'awardedDate' as "awardedDate"
    from credential_intent i
    left join historic_award a on a.id = i.historic_award_id
    left join historic_import_row r on r.id = a.row_id
    left join historic_import m on m.id = r.import_id
   where i.id > $1 and i.supersedes_id is null
     and (i.historic_award_id is not null
          or not exists (select from enrollment e join assessment s on s.id = i.assessment_id join attempt t on t.id = s.attempt_id
                          where e.id = i.enrollment_id))
   order by i.id limit $2`;

export async function historicFindings(snapshot: Query): Promise<Findings> {
  const breaches: Breach[] = [];
  let historic = 0;
  for await (const batch of pages<UnassessedAward>(snapshot, UNASSESSED)) {
    historic += batch.filter(({ onAward }) => onAward).length;
    for (const award of batch) {
      breaches.push(...problemsOf(award).map((detail) => ({ subject: `credential ${award.id}`, detail })));
    }
  }
  return { counts: { historic }, breaches };
}

function problemsOf(award: UnassessedAward): string[] {
  if (!award.onAward)
    return [award.onPass ? 'its enrolment or its pass is gone' : 'it stands on neither a pass nor a historic award'];
  const both = award.onPass ? ['it stands on a pass and on a historic award at once'] : [];
  if (!award.awardThere) return [...both, 'the award that it stands on is gone'];
  if (!award.sameImport || award.editionOnFile === null) return [...both, 'the row of the file that it stands on is gone'];
  return [
    ...both,
    ...(award.sameAward ? [] : ['its award is of another person or edition']),
    ...(award.editionOnFile === award.editionId ? [] : ['the row of the file names another edition']),
    ...(award.awardedDate?.slice(0, 10) === award.awardedOn
      ? []
      : [`it says that it was awarded on another day than ${award.awardedOn}`]),
    ...(award.confirmedInTime ? [] : ['nobody had vouched for the file when it was decided']),
    ...(award.entitled ? [] : ['who vouched for it was neither office nor administrator then']),
    ...(award.revokedBefore === false ? ['it was given again while the one before it was not revoked'] : []),
  ];
}
