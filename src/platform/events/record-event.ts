import { newId } from '../ids.js';
import { insertion } from '../database/insertion.js';
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

const COLUMNS = {
  id: 'uuid',
  institution_id: 'uuid',
  type: 'text',
  actor_id: 'uuid',
  subject_type: 'text',
  subject_id: 'uuid',
  particulars: 'jsonb',
  occurred_at: 'timestamptz',
};

/** Writes the event in the transaction of the change it tells of: the one source of audit, feed and notices. */
export async function recordEvent(tx: Tx, event: DomainEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

/** As `recordEvent`, in one statement; some hundreds at once. */
export async function recordEvents(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { text, values } = insertion(
    'event',
    COLUMNS,
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
  await tx.query(text, values);
}
