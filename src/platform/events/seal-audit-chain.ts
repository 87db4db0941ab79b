import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock.js';
import { system } from '../database/scope.js';
import { type Tx, UnitOfWork } from '../database/unit-of-work.js';
import { CHAIN_START, CHAINED_EVENT_COLUMNS, type ChainedEvent, linkHash } from './audit-chain.js';

const SCOPE = system('the chain of every institution with new events is continued');
const BATCH = 2_000;

/**
 * Links new events into the chain of their institution: gap-free numbers, each hash covering its event and the hash before.
 * Runs behind what writes events, so that those never wait for one another.
 */
@Injectable()
export class SealAuditChain {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Links every committed event; answers how many there were. */
  async run(): Promise<number> {
    const waiting = await this.work.run(SCOPE, (tx) =>
      tx.query<{ institutionId: string }>('select distinct institution_id as "institutionId" from unsealed_event'),
    );
    let sealed = 0;
    for (const { institutionId } of waiting) {
      for (let linked = BATCH; linked === BATCH; sealed += linked) {
        linked = await this.work.run({ institutionId }, (tx) => this.link(tx, institutionId));
      }
    }
    return sealed;
  }

  private async link(tx: Tx, institutionId: string): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('audit-chain ' || $1, 0))`, [institutionId]);
    // A statement of its own: only a snapshot taken after the lock sees the links of whoever held it before.
    const [head] = await tx.query<{ sequence: string; hash: string }>(
      'select sequence, hash from audit_link where institution_id = $1 order by sequence desc limit 1',
      [institutionId],
    );
    const events = await tx.query<ChainedEvent>(
      `select ${CHAINED_EVENT_COLUMNS} from unsealed_event u join event e on e.id = u.event_id
        where u.institution_id = $1 order by u.event_id limit $2`,
      [institutionId, BATCH],
    );
    let hash = head?.hash ?? CHAIN_START;
    const hashes = events.map((event) => (hash = linkHash(hash, event)));
    const ids = events.map(({ id }) => id);
    await tx.query(
      `insert into audit_link (institution_id, sequence, event_id, hash, sealed_at)
       select $1, $2::bigint + position, event_id, hash, $3
         from unnest($4::uuid[], $5::text[]) with ordinality as link (event_id, hash, position)`,
      [institutionId, head?.sequence ?? 0, this.clock.now(), ids, hashes],
    );
    await tx.query('delete from unsealed_event where institution_id = $1 and event_id = any($2)', [institutionId, ids]);
    return events.length;
  }
}
