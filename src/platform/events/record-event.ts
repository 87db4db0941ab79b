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
  await recordEvents(tx, [event]);
}

/** As `recordEvent`, for many in one statement. */
export async function recordEvents(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    id: newId(event.occurredAt.getTime()),
    institution_id: event.institutionId,
    type: event.type,
    actor_id: event.actorId,
    subject_type: event.subject.type,
    subject_id: event.subject.id,
    particulars: event.particulars ?? {},
    occurred_at: event.occurredAt,
  }));
  await tx.query(
    `insert into event (id, institution_id, type, actor_id, subject_type, subject_id, particulars, occurred_at)
     select id, institution_id, type, actor_id, subject_type, subject_id, particulars, occurred_at
       from jsonb_populate_recordset(null::event, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
