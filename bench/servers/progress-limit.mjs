// What a progress POST costs at least: node:http, one statement to know who asks, and Cairn's own statements over batches.
import { LOCK_ENROLLMENTS, RECORD_FACTS, STANDINGS } from '../../dist/src/modules/learning/data/progress.sql.js';
import { answerParent } from './answer-parent.mjs';
import { bodyOf, openPool, personOf, serveJson } from './bare-server.mjs';

const MOST_AT_ONCE = 500;
const pool = openPool();
const waiting = [];
let flushing = false;

const origin = await serveJson(async (request) => {
  const enrollmentId = request.url.split('/')[4];
  const { facts } = await bodyOf(request);
  const person = await personOf(pool, request);
  const recorded = await new Promise((resolve, reject) => {
    waiting.push({ enrollmentId, facts, person, resolve, reject });
    if (!flushing) void flushAll();
  });
  return {
    facts: facts.map(({ id }) => ({
      id,
      outcome: recorded.has(`${enrollmentId} ${id}`) ? 'recorded' : 'duplicate',
      refusal: null,
    })),
  };
});
answerParent({ origin });

async function flushAll() {
  flushing = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0, MOST_AT_ONCE);
    try {
      const recorded = await flush(batch);
      for (const { resolve } of batch) resolve(recorded);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
  flushing = false;
}

async function flush(batch) {
  const client = await pool.connect();
  const ids = [...new Set(batch.map(({ enrollmentId }) => enrollmentId))];
  const facts = batch.flatMap(({ enrollmentId, person, facts: told }) => told.map((fact) => ({ ...fact, enrollmentId, person })));
  try {
    await client.query('begin');
    await client.query({ ...LOCK_ENROLLMENTS, values: [ids] });
    const { rows: standings } = await client.query({ ...STANDINGS, values: [ids] });
    const owners = new Map(standings.map(({ id, personId }) => [id, personId]));
    const own = facts.filter(({ enrollmentId, person }) => owners.get(enrollmentId) === person?.personId);
    const column = (read) => own.map(read);
    const values = [
      standings[0]?.institutionId,
      new Date(),
      column(({ id }) => id),
      column(({ enrollmentId }) => enrollmentId),
      column(({ activityId }) => activityId),
      column(({ kind }) => kind),
      column(({ value }) => value),
      column(() => 'learner'),
      column(() => null),
      column(({ person }) => person.personId),
      column(({ effectiveAt }) => effectiveAt),
    ];
    const { rows } = await client.query({ ...RECORD_FACTS, values });
    await client.query('commit');
    return new Set(rows.flatMap(({ enrollmentId, factIds }) => factIds.map((id) => `${enrollmentId} ${id}`)));
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
