import { verifyAuditChain } from '../platform/events/verify-audit-chain.js';
import type { ChainHead } from './baseline.js';
import type { Breach, Inspection, Invariant } from './inspection.js';

const FAULTS = {
  gap: 'links are missing from here on',
  event_missing: 'its event is gone',
  hash_wrong: 'its event or its hash was changed',
};

export const auditChain: Invariant = {
  id: 'I11',
  says: 'the chain of what happened is whole, and goes on from where it was before',
  check: async (inspection) => {
    const { snapshot } = inspection;
    const institutions = await snapshot<{ id: string }>(
      'select institution_id as id from audit_link union select institution_id from event',
    );
    const breaches: Breach[] = [];
    let links = 0;
    for (const { id } of institutions) {
      const verdict = await verifyAuditChain((sql, parameters) => snapshot(sql, parameters), id);
      links += verdict.links;
      breaches.push(
        ...verdict.faults.map(({ sequence, reason }) => ({
          subject: `audit link ${sequence} of institution ${id}`,
          detail: FAULTS[reason],
        })),
      );
    }
    breaches.push(...(await unlinked(inspection)), ...(await brokenHeads(inspection)));
    return { counts: { institutions: institutions.length, links }, breaches };
  },
};

/** Sealing runs every few seconds; an event that stays out of the chain could be changed unseen. */
async function unlinked({ snapshot, settledBefore }: Inspection): Promise<Breach[]> {
  return snapshot<Breach>(
    `select 'event ' || e.id as subject, e.type || ' is not in the chain since ' || e.occurred_at as detail
       from event e where e.occurred_at < $1 and not exists (select from audit_link l where l.event_id = e.id)
     union all
     select 'event ' || u.event_id, 'is gone before it came into the chain'
       from unsealed_event u where not exists (select from event e where e.id = u.event_id)`,
    [settledBefore],
  );
}

async function brokenHeads({ snapshot, baseline }: Inspection): Promise<Breach[]> {
  const heads = baseline?.heads ?? [];
  const found = await snapshot<ChainHead>(
    `select institution_id as "institutionId", sequence::int, hash from audit_link
      where (institution_id, sequence) in (select * from unnest($1::uuid[], $2::bigint[]))`,
    [heads.map(({ institutionId }) => institutionId), heads.map(({ sequence }) => sequence)],
  );
  return heads.flatMap(({ institutionId, sequence, hash }) => {
    const now = found.find((head) => head.institutionId === institutionId && head.sequence === sequence);
    if (now?.hash === hash) return [];
    const detail = now
      ? 'is another than in the baseline'
      : 'is in the baseline and is gone: what happened since then may be missing';
    return [{ subject: `audit link ${sequence} of institution ${institutionId}`, detail }];
  });
}
