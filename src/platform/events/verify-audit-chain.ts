import { CHAIN_START, CHAINED_EVENT_COLUMNS, type ChainedEvent, linkHash } from './audit-chain.js';

type Query = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

export interface ChainFault {
  sequence: number;
  /** `gap`: links are missing from this number on. `event_missing`: its event is gone. `hash_wrong`: its event or the link was changed. */
  reason: 'gap' | 'event_missing' | 'hash_wrong';
}

export interface ChainVerdict {
  links: number;
  /** The last link; `null` while there is none. Kept outside of the database, it proves that nothing was cut off the end. */
  head: { sequence: number; hash: string } | null;
  faults: ChainFault[];
}

const BATCH = 2_000;

type Link = Partial<ChainedEvent> & { sequence: string; hash: string };

/** Computes the chain of an institution again from its events. `query` must see the institution's rows. */
export async function verifyAuditChain(query: Query, institutionId: string): Promise<ChainVerdict> {
  const verdict: ChainVerdict = { links: 0, head: null, faults: [] };
  for (;;) {
    const links = await query<Link>(
      `select l.sequence, l.hash, ${CHAINED_EVENT_COLUMNS}
         from audit_link l left join event e on e.id = l.event_id and e.institution_id = l.institution_id
        where l.institution_id = $1 and l.sequence > $2 order by l.sequence limit $3`,
      [institutionId, verdict.head?.sequence ?? 0, BATCH],
    );
    for (const link of links) judge(verdict, link);
    if (links.length < BATCH) return verdict;
  }
}

/** Goes on from the hash that is stored, so that one change is one fault and not one at every later link. */
function judge(verdict: ChainVerdict, link: Link): void {
  const sequence = Number(link.sequence);
  const previous = verdict.head ?? { sequence: 0, hash: CHAIN_START };
  if (sequence !== previous.sequence + 1) verdict.faults.push({ sequence: previous.sequence + 1, reason: 'gap' });
  else if (!isWhole(link)) verdict.faults.push({ sequence, reason: 'event_missing' });
  else if (linkHash(previous.hash, link) !== link.hash) verdict.faults.push({ sequence, reason: 'hash_wrong' });
  verdict.links++;
  verdict.head = { sequence, hash: link.hash };
}

function isWhole(link: Link): link is Link & ChainedEvent {
  return link.id !== null;
}
