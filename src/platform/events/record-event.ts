import { newId } from '../ids.js';
import type { Tx } from '../database/unit-of-work.js';

/** Something that happened, in the past tense (`assessment.passed`). Holds ids and facts, never texts that people wrote. */
export interface DomainEvent {
  institutionId: string;
  type: string;
  /** `null` when Cairn itself acted. */
  actorId: string | null;
  subject: { type: string; id: string };
  particulars?: Record<string, unknown>;
  occurredAt: Date;
}

/** Writes the event in the transaction of the change it tells of: the one source of audit, feed and notices. */
export async function recordEvent(tx: Tx, event: DomainEvent): Promise<void> {
  await tx.query(
    `insert into event (id, institution_id, type, actor_id, subject_type, subject_id, particulars, occurred_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newId(event.occurredAt.getTime()),
      event.institutionId,
      event.type,
      event.actorId,
      event.subject.type,
      event.subject.id,
      JSON.stringify(event.particulars ?? {}),
      event.occurredAt,
    ],
  );
}
