import type { BadgeWatch } from './badge-watch.js';
import type { DurablePostgres } from './durable-postgres.js';
import { until } from './until.js';
import type { AcknowledgedPass } from './verdicts.js';

/** What came of a pass. Everything is there once, or something is wrong. */
interface Outcome {
  enrollmentId: string;
  assessments: number;
  intents: number;
  credentials: number;
  issuedEvents: number;
  letters: number;
}

export interface Judgement {
  badges: number;
  /** Acknowledged passes where something is missing. */
  lost: number;
  /** Passes with two of anything that there may be one of. */
  doubled: number;
  /** From the verdict's answer to the badge, milliseconds, shortest first. */
  delays: number[];
}

const OUTCOMES = `
  select e.id as "enrollmentId",
         (select count(*) from assessment a where a.enrollment_id = e.id)::int as assessments,
         (select count(*) from credential_intent i where i.enrollment_id = e.id)::int as intents,
         (select count(*) from credential c where c.enrollment_id = e.id)::int as credentials,
         (select count(*) from event v where v.type = 'credential.issued' and v.particulars ->> 'enrollmentId' = e.id::text)::int as "issuedEvents",
         (select count(*) from mail_message m join person p on p.email = m.recipient
           where p.id = e.person_id and m.dedupe_key like 'credential-issued:%')::int as letters
    from enrollment e where e.id = any ($1)`;

/** Waits until no work is open but what was set aside. */
export async function awaitQuiet(database: DurablePostgres): Promise<void> {
  await until('an outbox without open work', async () => {
    const open = await database.rows('select from outbox where done_at is null and dead_at is null limit 1');
    return open.length === 0;
  });
}

/** Waits until every event is in the audit chain, which the scheduler sees to. */
export async function awaitSeal(database: DurablePostgres): Promise<void> {
  await until('a sealed audit chain', async () => (await database.rows('select from unsealed_event limit 1')).length === 0);
}

/** Counts what came of acknowledged passes. */
export async function judge(
  database: DurablePostgres,
  watch: BadgeWatch,
  passes: readonly AcknowledgedPass[],
): Promise<Judgement> {
  const outcomes = await database.rows<Outcome>(OUTCOMES, [passes.map(({ enrollmentId }) => enrollmentId)]);
  const judgement: Judgement = { badges: 0, lost: 0, doubled: 0, delays: [] };
  for (const { enrollmentId, answeredAt } of passes) {
    const outcome = outcomes.find((one) => one.enrollmentId === enrollmentId);
    const seenAt = watch.seenAt(enrollmentId);
    if (!outcome || !seenAt) {
      judgement.lost++;
      continue;
    }
    const counts = [outcome.assessments, outcome.intents, outcome.credentials, outcome.issuedEvents, outcome.letters];
    if (counts.includes(0)) judgement.lost++;
    if (counts.some((count) => count > 1)) judgement.doubled++;
    judgement.badges += outcome.credentials;
    judgement.delays.push(Math.max(0, seenAt.getTime() - answeredAt.getTime()));
  }
  judgement.delays.sort((a, b) => a - b);
  return judgement;
}
