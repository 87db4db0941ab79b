import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueCredential } from '../../src/modules/assessment/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Environment } from '../../src/platform/config/environment.js';
import { newId } from '../../src/platform/ids.js';
import { queueMail } from '../../src/platform/mail/queue-mail.js';
import { enqueueAll } from '../../src/platform/queue/enqueue.js';
import { Queues } from '../../src/platform/queue/queues.js';
import { ReconcileOutbox } from '../../src/platform/queue/reconcile-outbox.js';
import { createApplication } from '../../src/roles/create-application.js';
import { awaitBadge, awaitFact, passed, revoke } from '../support/badges.js';
import { withClient } from '../support/database.js';
import { addManyPasses, type ManyPass, oneEach, tallyOf, toldOf } from '../support/many-passes.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

interface Delivered {
  chunk_id: string | null;
  dispatched_at: Date | null;
  done_at: Date | null;
  attempts: number;
  last_error: string | null;
}

describe('A backlog of passes', () => {
  let world: Riverside;
  let second: NestFastifyApplication | undefined;
  beforeAll(async () => {
    world = await startRiverside();
  });
  afterAll(async () => {
    await second?.close();
    await world.close();
  });

  const scope = () => ({ institutionId: world.institutionId });
  /** As many verdicts would, in one transaction. */
  const queue = (passes: readonly ManyPass[]) =>
    world.get(UnitOfWork).run(scope(), (tx) =>
      enqueueAll(
        tx,
        issueCredential,
        passes.map(({ enrollmentId, assessmentId }) => ({
          payload: { enrollmentId, assessmentId },
          ...scope(),
          dedupeKey: assessmentId,
          now: world.clock.now(),
        })),
      ),
    );
  const rowsOf = (passes: readonly Pick<ManyPass, 'enrollmentId'>[]) =>
    world.rows<Delivered>(
      `select chunk_id, dispatched_at, done_at, attempts, last_error from outbox
        where job = 'issue-credential' and payload ->> 'enrollmentId' = any($1)`,
      [passes.map(({ enrollmentId }) => enrollmentId)],
    );
  const awaitDone = (passes: readonly ManyPass[]) =>
    awaitFact(async () => (await rowsOf(passes)).every(({ done_at: doneAt }) => doneAt !== null));
  const chunksOf = (rows: Delivered[]) => new Set(rows.map(({ chunk_id: chunkId }) => chunkId));

  it('goes in one delivery, and a pass that is alone goes alone at once', async () => {
    const amara = await passed(world);
    await awaitBadge(world, amara);
    const passes = await addManyPasses(world, 40);
    await queue(passes);
    await awaitDone(passes);
    const rows = await rowsOf(passes);
    expect(chunksOf(rows).size).toBe(1);
    expect(rows.filter(({ attempts }) => attempts > 0)).toEqual([]);
    expect(await tallyOf(world, passes)).toEqual(oneEach(40));
    expect(chunksOf(await rowsOf([amara]))).not.toEqual(chunksOf(rows));
  });

  it('does not keep a revocation from being seen, though the worker has all the chunks in hand that it takes', async () => {
    const badge = await awaitBadge(world, await passed(world, await world.ready('Bella')));
    const { credentialStatus } = JSON.parse(badge.signed) as { credentialStatus: { statusListCredential: string } };
    const list = async () => (await world.app.inject(new URL(credentialStatus.statusListCredential).pathname)).body;
    const before = await list();
    const passes = await addManyPasses(world, 4);
    await withClient(world.database.superuserUrl, async (client) => {
      // Nothing can be stored until the connection closes; reading and revoking go on.
      await client.query('begin');
      await client.query('lock table credential_intent in share row exclusive mode');
      for (const pass of passes) {
        await queue([pass]);
        await awaitFact(async () => (await rowsOf([pass])).every(({ dispatched_at: at }) => at !== null));
      }
      await revoke(world, badge.id);
      await awaitFact(async () => (await list()) !== before);
      expect((await rowsOf(passes)).filter(({ done_at: doneAt }) => doneAt !== null)).toEqual([]);
    });
    await awaitDone(passes);
  });

  it('is shared by two workers and gives one credential each', async () => {
    const environment = Object.assign(new Environment(), world.environment, { CAIRN_ROLES: ['worker'] });
    second = await createApplication({ environment, connections: world.database, clock: world.clock });
    await second.init();
    const passes = await addManyPasses(world, 60);
    for (let start = 0; start < passes.length; start += 10) await queue(passes.slice(start, start + 10));
    await awaitDone(passes);
    expect((await rowsOf(passes)).filter(({ attempts }) => attempts > 0)).toEqual([]);
    expect(await tallyOf(world, passes)).toEqual(oneEach(60));
    await awaitFact(async () => (await toldOf(world, passes))?.mailsQueued === 60);
    expect(await toldOf(world, passes)).toEqual({ notices: 60, mails: 60, mailsQueued: 60 });
  });

  it('with one learner who cannot be served puts back that row alone, and it succeeds after the repair', async () => {
    const passes = await addManyPasses(world, 12);
    const unlucky = passes[5] as ManyPass;
    const superuser = (sql: string) => withClient(world.database.superuserUrl, (client) => client.query(sql));
    await superuser(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused for the test'; end $$;
       create trigger refuse before insert on credential for each row when (new.person_id = '${unlucky.personId}')
         execute function refuse()`,
    );
    await queue(passes);
    const others = passes.filter((pass) => pass !== unlucky);
    await awaitDone(others);
    await awaitFact(async () => (await rowsOf([unlucky])).some(({ attempts }) => attempts > 0));
    expect((await rowsOf(others)).filter(({ attempts }) => attempts > 0)).toEqual([]);
    expect(await rowsOf([unlucky])).toMatchObject([
      { done_at: null, last_error: expect.stringContaining('refused for the test') },
    ]);
    await superuser('drop function refuse() cascade');
    await awaitDone([unlucky]);
    expect(await tallyOf(world, passes)).toEqual(oneEach(12));
  });

  it('waits and grows while enough chunks of the institution are in flight', async () => {
    const inFlight = Array.from({ length: 4 }, () => newId());
    for (const chunk of inFlight) {
      await world.rows(
        `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts, dispatched_at, chunk_id)
         values ($1::uuid, $2, 'issue-credential', '{}', $1::uuid::text, 1, now(), now(), 0, now() + interval '1 hour', $1::uuid)`,
        [chunk, world.institutionId],
      );
    }
    const passes = await addManyPasses(world, 10);
    await queue(passes.slice(0, 5));
    await queue(passes.slice(5));
    // The relay looks at passes before it looks at mails: when this is handed over, they were left.
    const recipient = 'somebody@riverside.example';
    const mail = { ...scope(), dedupeKey: newId(), recipient, subject: 'Later', body: 'Later.', now: world.clock.now() };
    await world.get(UnitOfWork).run(scope(), (tx) => queueMail(tx, mail));
    const handed = `select from outbox o join mail_message m on o.payload ->> 'mailId' = m.id::text
                     where m.dedupe_key = $1 and o.dispatched_at is not null`;
    await awaitFact(async () => (await world.rows(handed, [mail.dedupeKey])).length > 0);
    expect((await rowsOf(passes)).filter(({ dispatched_at: dispatchedAt }) => dispatchedAt !== null)).toEqual([]);
    await world.rows('delete from outbox where id = any($1::uuid[])', [inFlight]);
    await awaitDone(passes);
    expect(chunksOf(await rowsOf(passes)).size).toBe(1);
    expect(await tallyOf(world, passes)).toEqual(oneEach(10));
  });

  it('is sent again when the queue has lost it', async () => {
    const passes = await addManyPasses(world, 20);
    const chunkId = newId();
    await world.get(UnitOfWork).run(scope(), async (tx) => {
      for (const { enrollmentId, assessmentId } of passes) {
        await tx.query(
          `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts, dispatched_at, chunk_id)
           values ($1::uuid, $2, 'issue-credential', $3, $1::uuid::text, 1, now(), now(), 0, now() - interval '1 minute', $4)`,
          [newId(), world.institutionId, JSON.stringify({ enrollmentId, assessmentId }), chunkId],
        );
      }
    });
    // Whoever looks first sends all of them again: this test or the scheduler.
    await world.get(ReconcileOutbox).run();
    await awaitDone(passes);
    expect(chunksOf(await rowsOf(passes))).not.toContain(chunkId);
    expect(await tallyOf(world, passes)).toEqual(oneEach(20));
    expect(await world.get(Queues).knows('credentials', chunkId)).toBe(false);
  });
});
