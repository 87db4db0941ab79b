import { it } from '@jest/globals';
import { ProgressRepository } from '../../src/modules/learning/data/progress.repository.js';
import { onClient } from '../../src/modules/learning/data/statements.js';
import { STANDINGS, RECORD_FACTS } from '../../src/modules/learning/data/progress.sql.js';
import { admitFacts } from '../../src/modules/learning/domain/admit-facts.js';
import { EditionOutlines } from '../../src/modules/learning/use-cases/edition-outlines.js';
import { knownLearner } from '../../src/modules/learning/use-cases/learner.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Sql } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids.js';
import { course, page, startLearningWorld } from '../support/learning.js';
it('bench', async () => {
  const world = await startLearningWorld({ DATABASE_POOL: '10' });
  const courses = Array.from({ length: 4 }, (_, i) =>
    course(
      `c${i}`,
      Array.from({ length: 10 }, (_, j) => page(`p${j}`)),
    ),
  );
  const acts = courses.flatMap((c) => c.activities);
  const sequence = {
    type: 'all-of' as const,
    items: [...courses.map((c) => ({ type: 'course' as const, courseId: c.id })), { type: 'project' as const }],
  };
  const ed = await world.edition({ courses, sequence });
  const offering = await world.offering(ed);
  const es: string[] = [];
  let actor;
  for (let i = 0; i < 64; i++) {
    const m = await world.member('A', ['learner']);
    actor = m.actor;
    es.push(await world.enroll(offering, m));
  }
  await world.rows(
    `insert into activity_progress select institution_id, id, a::uuid, 0.1, null, false, now() from enrollment, unnest($1::text[]) a`,
    [acts.map((a) => a.id)],
  );
  await world.rows('analyze');
  const outline = await world.get(UnitOfWork).run(actor!, (tx) => world.get(EditionOutlines).of(tx, ed));
  const repo = world.get(ProgressRepository);
  const times: Record<string, number[]> = {};
  const clock = async <T>(name: string, act: () => Promise<T> | T) => {
    const s = performance.now();
    const r = await act();
    (times[name] ??= []).push(performance.now() - s);
    return r;
  };
  for (let i = 0; i < 60; i++) {
    await clock('whole', () =>
      world.get(Sql).run(actor!, async (client) => {
        const run = onClient(client);
        await clock('lock', () => repo.lock(run, es));
        const st = await clock('standings', () => repo.standings(run, es));
        const facts = await clock('admit', () =>
          st.map((s) =>
            admitFacts(
              outline,
              { ...knownLearner(s), endedAt: null },
              [{ id: newId(), activityId: acts[i % 40]!.id, kind: 'progressed' as const, value: 0.5, effectiveAt: new Date() }],
              new Date(),
            ),
          ),
        );
        await clock('record', () =>
          repo.record(
            run,
            actor!.institutionId,
            facts.flatMap((f, j) =>
              f.map((a) => ({ ...a.fact, enrollmentId: st[j]!.id, source: 'learner' as const, reason: null, actorId: null })),
            ),
            new Date(),
          ),
        );
      }),
    );
  }
  for (const [n, t] of Object.entries(times)) {
    t.sort((a, b) => a - b);
    process.stderr.write(`${n}: min ${t[0]!.toFixed(2)} med ${t[t.length >> 1]!.toFixed(2)}\n`);
  }
  const explain = async (text: string, values: unknown[]) => {
    await world.get(Sql).run(actor!, async (client) => {
      const r = await client.raw.query('explain (analyze, buffers) ' + text, values);
      process.stderr.write(r.rows.map((x) => Object.values(x)[0]).join('\n') + '\n');
    });
  };
  await explain(STANDINGS.text, [es]);
  void RECORD_FACTS;
  await world.close();
}, 300000);
