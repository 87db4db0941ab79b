import type { Breach, Invariant } from './inspection.js';
import type { Query } from './query.js';

interface Pair {
  personId: string;
  editionId: string;
  live: number;
}

export const oneLiveCredential: Invariant = {
  id: 'I1',
  says: 'one live credential for each learner and edition that passed, or none and a revocation on record',
  check: async ({ snapshot }) => {
    const [total] = await snapshot<{ pairs: number; credentials: number }>(
      `select count(distinct (person_id, edition_id))::int as pairs, count(*)::int as credentials from credential`,
    );
    return {
      counts: { pairs: total?.pairs ?? 0, credentials: total?.credentials ?? 0 },
      breaches: [
        ...(await brokenPairs(snapshot)),
        ...(await unlinkedSuccessors(snapshot)),
        ...(await missingConstraint(snapshot)),
      ],
    };
  },
};

async function brokenPairs(query: Query): Promise<Breach[]> {
  const pairs = await query<Pair>(
    `select person_id as "personId", edition_id as "editionId", count(*) filter (where c.state in ('issued', 'suspended'))::int as live
       from credential c left join credential_revocation r on r.credential_id = c.id
      group by person_id, edition_id
     having count(*) filter (where c.state in ('issued', 'suspended')) > 1
         or (count(*) filter (where c.state in ('issued', 'suspended')) = 0
             and count(r.credential_id) = 0 and count(*) filter (where c.state = 'expired') = 0)`,
  );
  return pairs.map(({ personId, editionId, live }) => ({
    subject: `person ${personId}, edition ${editionId}`,
    detail: live > 1 ? `${live} live credentials` : 'no live credential, and none was revoked or ran out',
  }));
}

/** The forms of one credential follow each other without a gap, and each but the newest is superseded by the next. */
async function unlinkedSuccessors(query: Query): Promise<Breach[]> {
  const rows = await query<{ id: string; state: string; form: number; linked: boolean; last: boolean }>(
    `select * from (
       select c.id, c.state, c.form, n.id is null as last,
              n.id is null or (i.supersedes_id = c.id and n.form = c.form + 1 and n.person_id = c.person_id and n.edition_id = c.edition_id
                               and n.enrollment_id is not distinct from c.enrollment_id
                               and i.historic_award_id is not distinct from p.historic_award_id) as linked
         from credential c
         left join lateral (select * from credential f where f.public_id = c.public_id and f.form > c.form order by f.form limit 1) n on true
         left join credential_intent i on i.id = n.id
         left join credential_intent p on p.id = c.id
     ) as forms
      where (state = 'superseded') = last or not linked`,
  );
  return rows.map(({ id, state, form, linked, last }) => ({
    subject: `credential ${id}`,
    detail: last
      ? 'superseded, but no credential names it as its predecessor'
      : linked
        ? `is ${state}, though its form ${form} was replaced`
        : 'the form after it does not name it as its predecessor',
  }));
}

/** What keeps two workers from both issuing must be there, whatever the rows look like today. */
async function missingConstraint(query: Query): Promise<Breach[]> {
  const indexes = await query<{ definition: string }>(
    `select pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid = 'credential'::regclass and indisunique and indisvalid and indpred is not null`,
  );
  const holds = indexes.some(({ definition }) => /\(person_id, edition_id\) WHERE .*'issued'.*'suspended'/.test(definition));
  return holds
    ? []
    : [{ subject: 'index credential_live_key', detail: 'no valid unique index keeps a second live credential out' }];
}
