import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CompleteSignedForms,
  CompromiseKey,
  KeyRing,
  ReadSigningKeys,
  StoreSuccessor,
} from '../../src/modules/credentials/index.js';
import { QueueReissues } from '../../src/modules/credentials/use-cases/keys/queue-reissues.js';
import { ReissueForKey } from '../../src/modules/credentials/use-cases/keys/reissue-for-key.js';
import { SuspendCredential } from '../../src/modules/credentials/use-cases/status/suspend-credential.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { badgesOf, issue, passed, type PassedLearner, plan, publishLists, revoke } from '../support/badges.js';
import { judged } from '../support/status.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

describe('The credentials of a compromised key', () => {
  let world: Riverside;
  let keyId: string;
  let issued: PassedLearner;
  let suspended: PassedLearner;
  let revoked: PassedLearner;
  let frozen: PassedLearner;
  let foretold: number | undefined;

  const scope = () => ({ institutionId: world.institutionId });
  const newest = async (who: PassedLearner) => {
    const badge = (await badgesOf(world, who)).at(-1);
    if (!badge) throw new Error('There is no badge');
    return badge;
  };
  const queued = () =>
    world.rows<{ credentialId: string }>(
      `select payload ->> 'credentialId' as "credentialId" from outbox where job = 'reissue-for-key' and done_at is null order by id`,
    );
  const waiting = async () => (await world.get(ReadSigningKeys).all(scope())).find(({ id }) => id === keyId)?.awaitingReissue;
  const reissueQueued = async () => {
    const outcomes = await world.get(ReissueForKey).chunk(scope(), await queued());
    const intents = await world.rows<{ id: string }>(
      'select i.id from credential_intent i where supersedes_id is not null and not exists (select from credential c where c.id = i.id)',
    );
    for (const { id } of intents) await world.get(StoreSuccessor).run(scope(), id);
    return outcomes;
  };

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    const learners: PassedLearner[] = [];
    for (const name of ['Amara', 'Bo', 'Cy']) {
      const learner = await passed(world, await world.ready(name));
      await issue(world, learner);
      learners.push(learner);
    }
    [issued, suspended, revoked] = learners as [PassedLearner, PassedLearner, PassedLearner];
    await world.get(SuspendCredential).run(world.olga.actor, (await newest(suspended)).id, 'It is being looked into.');
    await revoke(world, (await newest(revoked)).id);
    frozen = await passed(world, await world.ready('Di'));
    await plan(world, frozen);
    const key = await world.get(UnitOfWork).run(scope(), (tx) => world.get(KeyRing).active(tx, world.institutionId));
    keyId = key.id;
    foretold = (await world.get(ReadSigningKeys).all(scope())).find(({ id }) => id === keyId)?.standing;
    await world.get(CompromiseKey).run(scope(), keyId, { reason: 'A laptop was stolen.', actorId: null });
  });
  afterAll(() => world.close());

  it('are found by a job that the report queues, those that stand or are suspended and no others, each one once', async () => {
    expect(await world.rows(`select payload from outbox where job = 'find-reissues'`)).toEqual([{ payload: { keyId } }]);
    expect([foretold, await waiting(), await queued()]).toEqual([2, 2, []]);
    await Promise.all([world.get(QueueReissues).run(scope(), keyId), world.get(QueueReissues).run(scope(), keyId)]);
    await world.get(QueueReissues).run(scope(), keyId);
    const ids = (await queued()).map(({ credentialId }) => credentialId);
    expect(ids.toSorted()).toEqual([(await newest(issued)).id, (await newest(suspended)).id].toSorted());
  });

  it('are signed anew under the same id, and a suspended one is suspended still', async () => {
    const before = await newest(issued);
    expect(await reissueQueued()).toEqual([null, null]);
    await publishLists(world);
    const after = await newest(issued);
    const [old, next] = [before, after].map(({ signed }) => JSON.parse(signed) as Record<string, unknown>);
    for (const kept of ['id', 'awardedDate', 'credentialSubject', 'name']) expect(next?.[kept]).toEqual(old?.[kept]);
    expect(await judged(world, before.signed)).toMatchObject({ verified: false });
    expect(await judged(world, after.signed)).toEqual({ verified: true });
    expect((await badgesOf(world, suspended)).map(({ state }) => state)).toEqual(['superseded', 'suspended']);
    expect(await judged(world, (await newest(suspended)).signed)).toMatchObject({ verified: false });
    expect((await badgesOf(world, revoked)).map(({ state }) => state)).toEqual(['revoked']);
    expect(await waiting()).toBe(0);
  });

  it('are signed anew once, however often the work is done', async () => {
    expect(await reissueQueued()).toEqual([null, null]);
    expect(await badgesOf(world, issued)).toHaveLength(2);
  });

  it('bring a letter to whom a kept file fails now, and none about a badge that is suspended', async () => {
    const letters = await world.rows<{ recipient: string }>(`select recipient from mail_message where body like '%signed anew%'`);
    expect(letters).toEqual([{ recipient: issued.email }]);
  });

  it('that were frozen before the report and signed after it are found by the reconciler', async () => {
    await issue(world, frozen);
    expect(await waiting()).toBe(1);
    await world.get(CompleteSignedForms).run();
    expect((await queued()).map(({ credentialId }) => credentialId)).toContain((await newest(frozen)).id);
    await reissueQueued();
    await publishLists(world);
    expect(await judged(world, (await newest(frozen)).signed)).toEqual({ verified: true });
    expect(await waiting()).toBe(0);
  });

  it('do not wait for one that cannot be signed anew', async () => {
    const { id } = await newest(issued);
    const [fault, done] = await world.get(ReissueForKey).chunk(scope(), [{ credentialId: newId() }, { credentialId: id }]);
    expect([fault, done]).toEqual([expect.objectContaining({ message: expect.stringContaining('is gone') }), null]);
  });
});
