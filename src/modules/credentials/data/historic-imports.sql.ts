/**
 * Files with how many of their rows are where. Before a file is confirmed, who has the award already is looked up by the address.
 *
 * Row by row, by keys alone, which the planner would not do before it has counted what was just written: it joined each of 5,000 rows
 * with every intent (5.4 s, not 50 ms). Hence the intent as a value, the edition as text (by itself its index finds everybody), and `offset 0`.
 */
export const HISTORIC_PROGRESS = `
  select i.id, i.institution_id as "institutionId", i.file_name as "fileName", i.file_sha256 as "fileSha256",
         i.uploaded_by as "uploadedBy", i.uploaded_at as "uploadedAt", i.confirmed_by as "confirmedBy", i.confirmed_at as "confirmedAt",
         i.letters, n.*
    from historic_import i
    cross join lateral (
      select count(*) filter (where r.award is null)::int as bad,
             count(*) filter (where r.award is not null and r.outcome is null and not ahead.held)::int as waiting,
             count(*) filter (where r.outcome = 'awarded' and signed.first is null)::int as issuing,
             count(*) filter (where r.outcome = 'awarded' and signed.first is not null)::int as issued,
             count(*) filter (where r.outcome = 'held' or ahead.held)::int as held,
             count(*) filter (where r.outcome = 'withheld')::int as withheld
        from historic_import_row r
        left join lateral (
          select c.id as first from historic_award a
            join credential c
              on c.id = (select p.id from credential_intent p where p.historic_award_id = a.id and p.supersedes_id is null)
           where a.row_id = r.id limit 1
        ) signed on r.outcome = 'awarded'
        cross join lateral (
          select i.confirmed_at is null and r.award is not null
                 and exists (select from person p join credential c on c.person_id = p.id
                              where p.email = r.award ->> 'email' and c.edition_id::text = r.award ->> 'editionId') as held
          offset 0
        ) ahead
       where r.import_id = i.id
    ) n`;

/**
 * Rows of the file `$1` after the line `$2`, all or those in the state `$3`, at most `$4`. Their credential is their own; where somebody
 * holds the award already, the one they hold, and the newest form of either. Before the file is confirmed, that is looked up by the address.
 */
export const HISTORIC_ROWS = `
  select * from (
    select r.id, r.line, r.award, r.problems, r.reason, c.id as "credentialId", c.public_id as "publicId", c.state as "credentialState",
           case when r.award is null then 'bad'
                when r.outcome = 'awarded' then case when c.id is null then 'issuing' else 'issued' end
                when r.outcome is not null then r.outcome
                when i.confirmed_at is not null then 'issuing'
                when c.id is not null then 'held'
                else 'ready' end as state
      from historic_import_row r
      join historic_import i on i.id = r.import_id
      left join lateral (
        select c.id, c.public_id, c.state from credential c
         where c.person_id = coalesce(r.person_id, (select p.id from person p where p.email = r.award ->> 'email'))
           and c.edition_id = (r.award ->> 'editionId')::uuid
           and (r.outcome is distinct from 'awarded'
                or exists (select from historic_award a join credential_intent n on n.historic_award_id = a.id
                            where a.row_id = r.id and n.id = c.id))
         order by c.state in ('issued', 'suspended') desc, c.issued_at desc, c.form desc limit 1
      ) c on true
     where r.import_id = $1 and r.line > $2
  ) as reported
   where $3::text is null or state = $3
   order by line limit $4`;
