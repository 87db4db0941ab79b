import { Decimal, Id, Moment, NestedList, OneOf } from '../../src/platform/http/fields.js';
import { validationPipe } from '../../src/platform/http/validation.js';
import { it } from '@jest/globals';
import { readFacts } from '../../src/modules/learning/http/read-facts.js';
import { ProgressRepository } from '../../src/modules/learning/data/progress.repository.js';
import { RecordFacts } from '../../src/modules/learning/use-cases/record-facts.js';
import { Learners } from '../../src/modules/learning/use-cases/learners.js';
import { TellFacts } from '../../src/modules/learning/use-cases/tell-facts.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { course, type Member, page, startLearningWorld } from '../support/learning.js';
it('bench', async () => {
  const world = await startLearningWorld({ DATABASE_POOL: '10' });
  const courses = Array.from({ length: 4 }, (_, i) => course(`c${i}`, Array.from({ length: 10 }, (_, j) => page(`p${j}`))));
  const acts = courses.flatMap((c) => c.activities);
  const sequence = { type: 'all-of' as const, items: [...courses.map((c) => ({ type: 'course' as const, courseId: c.id })), { type: 'project' as const }] };
  const offering = await world.offering(await world.edition({ courses, sequence }));
  const members: { m: Member; e: string }[] = [];
  for (let i = 0; i < 400; i++) { const m = await world.member('A', ['learner']); members.push({ m, e: await world.enroll(offering, m) }); }
  await world.rows(`insert into activity_progress select institution_id, id, a::uuid, 0.1, null, false, now() from enrollment, unnest($1::text[]) a`, [acts.map((a) => a.id)]);
  await world.rows('analyze');
  const tell = world.get(TellFacts);
  const repo = world.get(ProgressRepository) as unknown as Record<string, (...a: unknown[]) => Promise<unknown>>;
  const times: Record<string, number[]> = {};
  for (const name of ['lock', 'knownNearby', 'record', 'completeCourses', 'recordEvents', 'standings']) {
    const original = repo[name]!.bind(repo);
    repo[name] = async (...a: unknown[]) => { const s = performance.now(); const r = await original(...a); (times[name] ??= []).push(performance.now() - s); return r; };
  }
  const pick = (kind: 'progressed' | 'completed') => { const x = members[Math.floor(Math.random() * members.length)]!; const a = acts[Math.floor(Math.random() * acts.length)]!; return { x, fact: { id: newId(), activityId: a.id, kind, value: kind === 'completed' ? 1 : Math.random(), effectiveAt: new Date() } }; };
  const drive = async (name: string, c: number, total: number, one: () => Promise<unknown>) => {
    for (const k of Object.keys(times)) delete times[k];
    let n = 0; const t = performance.now(); const lat: number[] = [];
    await Promise.all(Array.from({ length: c }, async () => { while (n++ < total) { const s = performance.now(); await one(); lat.push(performance.now() - s); } }));
    const s = (performance.now() - t) / 1000; lat.sort((a, b) => a - b);
    const parts = Object.entries(times).map(([k, v]) => { v.sort((a, b) => a - b); return `${k} ${v[0]!.toFixed(1)}/${v[v.length >> 1]!.toFixed(1)}x${v.length}`; }).join(' ');
    process.stderr.write(`${name} c=${c}: ${Math.round(total / s)}/s p50 ${lat[lat.length >> 1]!.toFixed(1)} p99 ${lat[Math.floor(lat.length * 0.99)]!.toFixed(1)} | ${parts}\n`);
  };
  const batched = (kind: 'progressed' | 'completed') => () => { const { x, fact } = pick(kind); return tell.run(x.m.actor, x.e, [fact]); };
  const plain = () => { const { x, fact } = pick('progressed'); return world.get(UnitOfWork).run(x.m.actor, async (tx) => { await world.get(Learners).lock(tx, x.e); const l = (await world.get(Learners).find(tx, x.e))!; await world.get(RecordFacts).in(tx, l, [{ ...fact, enrollmentId: x.e, source: 'learner', reason: null, actorId: x.m.personId }]); }); };
  for (let round = 0; round < 3; round++) {
    await drive('progressed', 10, 3000, batched('progressed'));
    await drive('progressed', 64, 8000, batched('progressed'));
    await drive('progressed', 300, 12000, batched('progressed'));
    await drive('completed', 64, 8000, batched('completed'));
    await drive('plain', 64, 1500, plain);
  }
  await drive('array100', 8, 200, async () => { const { x } = pick('progressed'); await tell.run(x.m.actor, x.e, Array.from({ length: 100 }, () => pick('progressed').fact)); });
  const body = { facts: Array.from({ length: 200 }, () => { const { fact } = pick('progressed'); return { ...fact, effectiveAt: fact.effectiveAt.toISOString() }; }) };
  for (let i = 0; i < 50; i++) readFacts(body);
  const t: number[] = []; for (let i = 0; i < 500; i++) { const s = performance.now(); readFacts(body); t.push(performance.now() - s); } t.sort((a, b) => a - b);
  process.stderr.write(`readFacts 200: min ${t[0]!.toFixed(3)} med ${t[250]!.toFixed(3)} ms\n`);
  class F { id: string; activityId: string; kind: string; value?: number; effectiveAt: string; }
  Id()(F.prototype, 'id'); Id()(F.prototype, 'activityId'); OneOf(['progressed', 'completed'])(F.prototype, 'kind'); Decimal({ min: 0, max: 1, optional: true })(F.prototype, 'value'); Moment()(F.prototype, 'effectiveAt');
  class B { facts: F[]; }
  NestedList(F, { minItems: 1, maxItems: 200 })(B.prototype, 'facts');
  const pipe = validationPipe(); const u: number[] = [];
  for (let i = 0; i < 100; i++) { const s = performance.now(); await pipe.transform(body, { type: 'body', metatype: B }); u.push(performance.now() - s); } u.sort((a, b) => a - b);
  process.stderr.write(`decorators 200: min ${u[0]!.toFixed(3)} med ${u[50]!.toFixed(3)} ms\n`);
  await world.close();
}, 300000);
