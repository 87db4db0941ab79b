import type { AcknowledgedPass } from './ack-log.js';
import type { Breach, Findings, Inspection, Invariant } from './inspection.js';
import type { Query } from './query.js';
import type { PublicAddress } from './public-address.js';

export const noneLost: Invariant = {
  id: 'I3',
  says: 'every pass and every confirmed row of a file of awards becomes a credential that anybody can verify, or a reason why not is on record',
  check: async (inspection) => {
    const passes = await passesInRows(inspection);
    const told = inspection.ackLog ? await toldPasses(inspection, inspection.ackLog) : { counts: {}, breaches: [] };
    return {
      counts: { ...passes.counts, ...told.counts },
      breaches: [...passes.breaches, ...(await lostRows(inspection)), ...(await vanished(inspection.snapshot)), ...told.breaches],
    };
  },
};

interface Pass {
  enrollmentId: string;
  decidedAt: Date;
  answered: boolean;
  withheld: boolean;
}

/** Final passes that stand. A correction away from a pass leaves nothing to issue. */
const PASSES = `
  select a.enrollment_id as "enrollmentId", a.decided_at as "decidedAt",
         exists (select from credential c where c.person_id = e.person_id and c.edition_id = e.edition_id) as answered,
         exists (select from event w where w.subject_type = 'enrollment' and w.subject_id = a.enrollment_id
                    and w.type = 'credential.withheld' and w.particulars ->> 'assessmentId' = a.id::text) as withheld
    from assessment a join enrollment e on e.id = a.enrollment_id
   where a.final and a.verdict = 'passed'
     and not exists (select from assessment later where later.attempt_id = a.attempt_id and later.final and later.version > a.version)`;

async function passesInRows({ snapshot, settledBefore }: Inspection): Promise<Findings> {
  const [counts] = await snapshot<{ passes: number; issued: number; withheld: number; pending: number }>(
    `select count(*)::int as passes, count(*) filter (where answered)::int as issued,
            count(*) filter (where withheld and not answered)::int as withheld,
            count(*) filter (where not answered and not withheld and "decidedAt" >= $1)::int as pending
       from (${PASSES}) as pass`,
    [settledBefore],
  );
  const lost = await snapshot<Pass>(
    `select * from (${PASSES}) as pass where not answered and not withheld and "decidedAt" < $1 order by "decidedAt"`,
    [settledBefore],
  );
  const breaches = lost.map(({ enrollmentId, decidedAt }) => ({
    subject: `enrollment ${enrollmentId}`,
    detail: `passed at ${decidedAt.toISOString()}, and there is neither a credential nor a reason why not`,
  }));
  return { counts: { ...counts }, breaches };
}

/** Rows that an office vouched for and that neither a credential nor a reason came of. */
async function lostRows({ snapshot, settledBefore }: Inspection): Promise<Breach[]> {
  const rows = await snapshot<{ importId: string; line: number }>(
    `select r.import_id as "importId", r.line
       from historic_import_row r join historic_import m on m.id = r.import_id
      where m.confirmed_at < $1 and r.award is not null
        and (r.outcome is null
             or r.outcome = 'awarded' and not exists (
                  select from historic_award a join credential c on c.person_id = a.person_id and c.edition_id = a.edition_id
                   where a.row_id = r.id))
      order by r.import_id, r.line`,
    [settledBefore],
  );
  return rows.map(({ importId, line }) => ({
    subject: `historic import ${importId}`,
    detail: `line ${line} was confirmed, and there is neither a credential nor a reason`,
  }));
}

/** Credentials that history says were issued and that are not there. */
async function vanished(query: Query): Promise<Breach[]> {
  const rows = await query<{ id: string; issuedAt: Date }>(
    `select v.subject_id as id, v.occurred_at as "issuedAt" from event v
      where v.type in ('credential.issued', 'credential.reissued') and not exists (select from credential c where c.id = v.subject_id)`,
  );
  return rows.map(({ id, issuedAt }) => ({
    subject: `credential ${id}`,
    detail: `was issued at ${issuedAt.toISOString()} and is gone`,
  }));
}

interface Trace {
  enrollmentId: string;
  publicId: string | null;
  signed: string | null;
  state: string | null;
  issuedAt: Date | null;
  /** Something was planned or recorded for it. */
  seen: boolean;
}

/** What a client was told: each pass of its list is found again (stable), was begun and is gone (lost), or left no trace. */
async function toldPasses({ snapshot, settledBefore, http }: Inspection, told: AcknowledgedPass[]): Promise<Findings> {
  const traces = await tracesOf(snapshot, told);
  const counts = { told: told.length, stable: 0, lost: 0, neverSeen: 0, notYet: 0 };
  const breaches: Breach[] = [];
  const delays: number[] = [];
  for (const { enrollmentId, acknowledgedAt } of told) {
    const trace = traces.get(enrollmentId);
    const problem = await problemOf(trace, http);
    if (problem === null) {
      counts.stable++;
      if (trace?.issuedAt) delays.push(Math.max(0, trace.issuedAt.getTime() - acknowledgedAt.getTime()) / 1_000);
    } else if (acknowledgedAt >= settledBefore) {
      counts.notYet++;
    } else {
      counts[trace?.seen ? 'lost' : 'neverSeen']++;
      breaches.push({
        subject: `enrollment ${enrollmentId}`,
        detail: `its pass was acknowledged at ${acknowledgedAt.toISOString()}: ${problem}`,
      });
    }
  }
  return { counts: { ...counts, ...spread(delays) }, breaches };
}

async function tracesOf(query: Query, told: AcknowledgedPass[]): Promise<Map<string, Trace>> {
  const rows = await query<Trace>(
    `with issued as materialized (
       select distinct particulars ->> 'enrollmentId' as enrollment_id from event where type = 'credential.issued'
     )
     select e.id as "enrollmentId", c.public_id as "publicId", c.signed, c.state, c.issued_at as "issuedAt",
            c.id is not null or exists (select from credential_intent i where i.enrollment_id = e.id)
              or exists (select from issued where issued.enrollment_id = e.id::text) as seen
       from enrollment e
       left join lateral (
         select * from credential c where c.person_id = e.person_id and c.edition_id = e.edition_id
          order by c.state in ('issued', 'suspended') desc, c.issued_at desc limit 1
       ) c on true
      where e.id = any($1::uuid[])`,
    [told.map(({ enrollmentId }) => enrollmentId)],
  );
  return new Map(rows.map((row) => [row.enrollmentId, row]));
}

async function problemOf(trace: Trace | undefined, http: PublicAddress | null): Promise<string | null> {
  if (!trace?.signed) return trace?.seen ? 'its credential is gone' : 'there is no trace of a credential';
  if (!http) return null;
  const { body, problem } = await http.get(`/credentials/${trace.publicId}`, { accept: 'application/vc+ld+json' });
  if (problem !== null) return `its address ${problem}`;
  if (body !== trace.signed) return 'its address answers other bytes than were stored';
  // One that was taken back on purpose is not lost, and no longer verifies.
  return trace.state === 'issued' ? http.verificationProblem(body) : null;
}

/** In seconds. */
function spread(delays: number[]): Record<string, number> {
  if (delays.length === 0) return {};
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { delayP50: at(0.5), delayP95: at(0.95), delayMax: at(1) };
}
