import { newId } from '../ids.js';
import { tuples } from '../database/tuples.js';
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

/** As `recordEvent`, in one statement; some hundreds at once. */
export async function recordEvents(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { text, values } = tuples(
    events.map(({ institutionId, type, actorId, subject, particulars, occurredAt }) => [
      newId(occurredAt.getTime()),
      institutionId,
      type,
      actorId,
      subject.type,
      subject.id,
      JSON.stringify(particulars ?? {}),
      occurredAt,
    ]),
  );
  await tx.query(
    `insert into event (id, institution_id, type, actor_id, subject_type, subject_id, particulars, occurred_at) values ${text}`,
    values,
  );
}
