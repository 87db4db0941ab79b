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

async function unlinkedSuccessors(query: Query): Promise<Breach[]> {
  const rows = await query<{ id: string }>(
    `select c.id from credential c
      where c.state = 'superseded'
        and not exists (select from credential_intent i join credential s on s.id = i.id where i.supersedes_id = c.id)`,
  );
  return rows.map(({ id }) => ({
    subject: `credential ${id}`,
    detail: 'superseded, but no credential names it as its predecessor',
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
