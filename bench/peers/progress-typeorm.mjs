// The plain way to write progress: a TypeORM transaction for each request, entities read and saved.
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Enrollment } from '../../dist/src/modules/enrollment/index.js';
import { KnownActivity } from '../../dist/src/modules/learning/data/activity-progress.entity.js';
import { RecordedFact } from '../../dist/src/modules/learning/data/progress-fact.entity.js';
import { Membership } from '../../dist/src/modules/people/data/membership.entity.js';
import { Session } from '../../dist/src/modules/people/data/session.entity.js';
import { databaseOptions } from '../../dist/src/platform/database/database-options.js';
import { entities } from '../../dist/src/roles/entities.js';
import { answerParent } from '../servers/answer-parent.mjs';
import { bodyOf, serveJson } from '../servers/bare-server.mjs';

const options = { url: process.env.DATABASE_URL, entities, poolSize: 12, applicationName: 'bench-typeorm' };
const dataSource = await new DataSource(databaseOptions(options)).initialize();

const origin = await serveJson(async (request) => {
  const enrollmentId = request.url.split('/')[4];
  const token = request.headers.cookie.split('=')[1];
  const { facts } = await bodyOf(request);
  return dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.scope', 'system', true)`);
    const tokenHash = createHash('sha256').update(token).digest('base64url');
    const { personId, actingInstitutionId: institutionId } = await manager.findOneByOrFail(Session, { tokenHash });
    await manager.findOneByOrFail(Membership, { personId, institutionId });
    await manager.findOneByOrFail(Enrollment, { id: enrollmentId, personId });
    const now = new Date();
    for (const { id, activityId, kind, value, effectiveAt } of facts) {
      const told = { id, institutionId, enrollmentId, activityId, kind, value, source: 'learner', actorId: personId };
      await manager.insert(RecordedFact, { ...told, effectiveAt: new Date(effectiveAt), recordedAt: now });
      const where = { enrollmentId, activityId };
      const known = await manager.findOne(KnownActivity, { where, lock: { mode: 'pessimistic_write' } });
      const before = known ?? { institutionId, enrollmentId, activityId, value: 0, completedAt: null, waived: false };
      await manager.save(KnownActivity, { ...before, value: Math.max(before.value, value), updatedAt: now });
    }
    return { facts: facts.map(({ id }) => ({ id, outcome: 'recorded', refusal: null })) };
  });
});
answerParent({ origin });
