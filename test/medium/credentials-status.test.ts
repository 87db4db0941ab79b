import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  StoreSuccessor,
  SupersedeCredential,
  type Supersession,
  VerifyDocument,
  withShownName,
} from '../../src/modules/credentials/index.js';
import { CarryOutRevocations } from '../../src/modules/credentials/use-cases/status/carry-out-revocations.js';
import { PlanRevocations } from '../../src/modules/credentials/use-cases/status/plan-revocations.js';
import { PublicDocuments } from '../../src/modules/credentials/use-cases/sharing/public-documents.js';
import { ReplaceCredential } from '../../src/modules/credentials/use-cases/superseding/replace-credential.js';
import { RevokeCredential } from '../../src/modules/credentials/use-cases/status/revoke-credential.js';
import { SuspendCredential } from '../../src/modules/credentials/use-cases/status/suspend-credential.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  awaitFact,
  badgeOf,
  badgesOf,
  issue,
  passed,
  type PassedLearner,
  publishLists,
  repair,
  type StoredBadge,
} from '../support/badges.js';
import { addManyCredentials } from '../support/many-credentials.js';
import { judged, raisedPlaces } from '../support/status.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

describe('The status of a credential', () => {
  let world: Riverside;
  let amara: PassedLearner;
  let badge: StoredBadge;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api', DATABASE_POOL: '20' });
  });
  afterAll(() => world.close());

  const issued = async (name: string) => {
    amara = await passed(world, await world.ready(name));
    await issue(world, amara);
    badge = await badgeOf(world, amara);
  };
  const scope = () => ({ institutionId: world.institutionId });
  const plan = (wish: Partial<Supersession> = {}) =>
    world
      .get(UnitOfWork)
      .run(scope(), (tx) =>
        world.get(SupersedeCredential).in(tx, { credentialId: badge.id, cause: 'reissue', actorId: null, ...wish }),
      );
  const store = (intentId: string) => world.get(StoreSuccessor).run(scope(), intentId);
  const newest = async () => (await badgesOf(world, amara)).at(-1) ?? badge;
  const says = async ({ signed }: StoredBadge) => {
    await publishLists(world);
    const { verified, error } = await judged(world, signed);
    return verified ? 'valid' : error;
  };
  const told = (id: string) =>
    world.rows<{ type: string }>('select type from event where subject_id = $1 order by occurred_at, id', [id]);

  describe('superseding it', () => {
    it('keeps the id, the award and every word, and the exact bytes of the form before, which reads as revoked', async () => {
      await issued('Amara');
      await store((await plan()).id);
      const [first, second, ...more] = await badgesOf(world, amara);
      expect([first?.state, second?.state, more]).toEqual(['superseded', 'issued', []]);
      expect(first?.signed).toBe(badge.signed);
      const [before, after] = [first, second].map((one) => JSON.parse(one?.signed ?? '') as Record<string, unknown>);
      for (const kept of ['id', 'awardedDate', 'issuer', 'credentialSubject', 'name'])
        expect(after?.[kept]).toEqual(before?.[kept]);
      expect(String(after?.['validFrom']) > String(before?.['validFrom'])).toBe(true);
      expect(after?.['credentialStatus']).not.toEqual(before?.['credentialStatus']);
      expect(await world.get(PublicDocuments).credential(badge.public_id)).toMatchObject({ id: second?.id, form: 2 });
      expect([await says(badge), await says(await newest())]).toEqual(['revoked', 'valid']);
      expect([await told(badge.id), await told(second?.id ?? '')]).toMatchObject([
        [{ type: 'credential.issued' }, { type: 'credential.superseded' }],
        [{ type: 'credential.reissued' }],
      ]);
    });

    it('happens once, however often and at once the same is asked for', async () => {
      await issued('Lea');
      const amend = withShownName('Lea Łukasz');
      const plans = await Promise.all(Array.from({ length: 8 }, () => plan({ amend, cause: 'consent' })));
      expect(new Set(plans.map(({ id }) => id)).size).toBe(1);
      await Promise.all(plans.map(({ id }) => store(id)));
      expect(await badgesOf(world, amara)).toHaveLength(2);
      const { id: newestId, signed } = await newest();
      expect(signed).toContain('Lea Łukasz');
      await expect(plan({ amend })).rejects.toMatchObject({
        type: { code: 'credentials.wrong_state' },
        particulars: { facts: { newestId } },
      });
    });

    it('waits for another change that is being signed, and signs with the key and the words of its plan', async () => {
      await issued('Mia');
      const first = await plan();
      await expect(plan({ amend: withShownName('Mia') })).rejects.toMatchObject({
        type: { code: 'credentials.reissue_under_way' },
      });
      await store(first.id);
      expect(await store(first.id)).toMatchObject({ id: first.id });
      expect(await badgesOf(world, amara)).toHaveLength(2);
    });

    it('refuses what is another award, or no badge, and changes nothing', async () => {
      await issued('Noah');
      const amend = (document: object) => ({ ...document, id: 'urn:uuid:0193a1f0-7c2b-4000-8000-00000000aaaa' });
      await expect(plan({ amend })).rejects.toMatchObject({ type: { code: 'credentials.amendment_refused' } });
      expect(await world.rows('select from credential_intent where person_id = $1', [amara.personId])).toHaveLength(1);
    });

    it('is finished by the reconciler when it was planned and forgotten, and so is a revocation of many', async () => {
      await issued('Nils');
      const { id } = await plan();
      const other = await passed(world, await world.ready('Olga'));
      await issue(world, other);
      const batch = await world.get(PlanRevocations).run(world.olga.actor, {
        targets: { credentialIds: [(await badgeOf(world, other)).id] },
        reason: 'The exam leaked.',
        undoSeconds: 1,
      });
      await world.rows('delete from outbox');
      world.clock.advance(60_000);
      await repair(world);
      const jobs = await world.rows<{ payload: object }>(
        `select payload from outbox where job in ('store-successor', 'revoke-batch') order by job desc`,
      );
      expect(jobs.map(({ payload }) => payload)).toEqual([{ intentId: id }, { batchId: batch.id }]);
      await store(id);
      await world.get(CarryOutRevocations).run(scope(), batch.id);
      await world.rows('delete from outbox');
      world.clock.advance(60_000);
      await publishLists(world);
      expect(await repair(world)).toBe(0);
    });

    it('gives way to a revocation that came between plan and signature', async () => {
      await issued('Ole');
      const { id } = await plan();
      await world.get(RevokeCredential).run(world.olga.actor, badge.id, 'Copied.');
      expect(await store(id)).toBeNull();
      expect(await badgesOf(world, amara)).toMatchObject([{ state: 'revoked' }]);
      expect(await says(badge)).toBe('revoked');
    });
  });

  describe('suspending it', () => {
    it('reads as revoked outside and as suspended here; reinstating brings a new form that is valid, and no bit goes back', async () => {
      await issued('Pia');
      await world.get(SuspendCredential).run(world.olga.actor, badge.id, 'An appeal is open.');
      expect(await says(badge)).toBe('revoked');
      const verdict = await world.get(VerifyDocument).run(JSON.parse(badge.signed));
      expect(verdict.checks.find(({ check }) => check === 'status')).toMatchObject({ outcome: 'failed', reason: 'suspended' });
      const before = await raisedPlaces(world);

      const { id } = await world.get(ReplaceCredential).reinstate(world.olga.actor, badge.id, 'The appeal was upheld.');
      expect(await badgesOf(world, amara)).toMatchObject([{ state: 'superseded' }, { id, state: 'issued' }]);
      expect([await says(badge), await says(await newest())]).toEqual(['revoked', 'valid']);
      expect(await raisedPlaces(world)).toEqual(before);
      expect((await told(badge.id)).map(({ type }) => type)).toEqual([
        'credential.issued',
        'credential.suspended',
        'credential.reinstated',
      ]);
    });

    it('is not lifted by a correction: the corrected form is suspended too, until it is reinstated', async () => {
      await issued('Quentin');
      await world.get(SuspendCredential).run(world.olga.actor, badge.id, 'An appeal is open.');
      await store((await plan({ amend: withShownName('Quentin') })).id);
      const corrected = await newest();
      expect(corrected.state).toBe('suspended');
      expect([await says(badge), await says(corrected)]).toEqual(['revoked', 'revoked']);
      await world.get(ReplaceCredential).reinstate(world.olga.actor, corrected.id, '');
      expect(await says(await newest())).toBe('valid');
    });

    it('cannot be undone in the records, whatever asks', async () => {
      await issued('Rosa');
      await world.get(SuspendCredential).run(world.olga.actor, badge.id, 'An appeal is open.');
      await expect(world.rows(`update credential set state = 'issued' where id = $1`, [badge.id])).rejects.toThrow(
        'cannot become',
      );
    });
  });

  it('after two acts at one moment is what one of them made it', async () => {
    for (const round of [1, 2, 3]) {
      await issued(`Sam${round}`);
      const { olga } = world;
      const acts = [
        world.get(RevokeCredential).run(olga.actor, badge.id, 'Copied.'),
        world.get(SuspendCredential).run(olga.actor, badge.id, 'An appeal is open.'),
        world.get(ReplaceCredential).reissue(olga.actor, badge.id, ''),
        world.get(ReplaceCredential).reissue(olga.actor, badge.id, ''),
      ];
      const outcomes = await Promise.allSettled(acts);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ type: { status: 409 } });
      }
      const forms = await badgesOf(world, amara);
      expect(forms.slice(0, -1).every(({ state }) => state === 'superseded')).toBe(true);
      expect(outcomes[0]?.status === 'fulfilled').toBe(forms.at(-1)?.state === 'revoked');
      for (const form of forms) expect(await says(form)).toBe(form.state === 'issued' ? 'valid' : 'revoked');
    }
  });

  describe('of many', () => {
    const placesOf = async (ids: string[]) =>
      (await world.rows<{ place: number }>('select status_index as place from credential_intent where id = any($1)', [ids])).map(
        ({ place }) => place,
      );

    it('whose bits are neighbours is kept apart, when 200 of 400 are revoked, twenty at a time', async () => {
      await issued('Tara');
      await publishLists(world);
      const before = await raisedPlaces(world);
      const ids = await addManyCredentials(world, badge, 400);
      const places = await placesOf(ids);
      expect(Math.max(...places) - Math.min(...places)).toBeLessThan(402);
      const chosen = ids.filter((_, at) => at % 2 === 0);
      const left = [...chosen];
      const office = async () => {
        for (let id = left.pop(); id; id = left.pop()) await world.get(RevokeCredential).run(world.olga.actor, id, 'Copied.');
      };
      await Promise.all(Array.from({ length: 20 }, office));
      await publishLists(world);
      expect(await raisedPlaces(world)).toEqual([...before, ...(await placesOf(chosen))].toSorted((a, b) => a - b));
    });

    it('is signed once for all changes that came since it was signed last', async () => {
      await issued('Uma');
      await publishLists(world);
      const before = await world.rows('select from outbox where dedupe_key like $1', ['publish-status-list:%']);
      const ids = await addManyCredentials(world, badge, 20);
      for (const id of ids) await world.get(RevokeCredential).run(world.olga.actor, id, 'Copied.');
      const after = await world.rows<{ available_at: Date }>(
        `select available_at from outbox where dedupe_key like $1 order by created_at desc, id desc`,
        ['publish-status-list:%'],
      );
      expect(after).toHaveLength(before.length + 1);
      const [list] = await world.rows<{ signed_at: Date }>('select signed_at from status_list');
      expect((after[0]?.available_at.getTime() ?? 0) - (list?.signed_at.getTime() ?? 0)).toBeGreaterThanOrEqual(1_000);
    });

    it('is revoked in chunks, goes on where it was broken off, and does nothing twice', async () => {
      await issued('Vera');
      const ids = await addManyCredentials(world, badge, 2_000);
      const [first = '', second = ''] = ids;
      const planned = await world.get(PlanRevocations).run(world.olga.actor, {
        targets: { credentialIds: ids },
        reason: 'The exam leaked.',
        undoSeconds: 0,
      });
      expect(planned).toMatchObject({ total: 2_000, revoked: 0, startedAt: null });
      await world.get(RevokeCredential).run(world.olga.actor, first, 'Copied.');
      await world.get(SuspendCredential).run(world.olga.actor, second, 'An appeal is open.');
      const carryOut = (signal?: AbortSignal) => world.get(CarryOutRevocations).run(scope(), planned.id, signal);
      await expect(carryOut(AbortSignal.abort(new Error('stopping')))).rejects.toThrow('stopping');
      await Promise.all([carryOut(), carryOut()]);
      const once = await world.get(PlanRevocations).one(world.olga.actor, planned.id);
      expect(once).toMatchObject({ revoked: 1_999, wasRevoked: 1, finishedAt: expect.any(Date) });
      await carryOut();
      expect(await world.get(PlanRevocations).one(world.olga.actor, planned.id)).toEqual(once);
      const [counts] = await world.rows<{ revocations: number; events: number }>(
        `select (select count(*)::int from credential_revocation where credential_id = any($1)) as revocations,
                (select count(*)::int from event where type = 'credential.revoked' and subject_id = any($1)) as events`,
        [ids],
      );
      expect(counts).toEqual({ revocations: 2_000, events: 2_000 });
      await publishLists(world);
      const raised = new Set(await raisedPlaces(world));
      expect((await placesOf(ids)).every((place) => raised.has(place))).toBe(true);
    });

    it('follows a credential that gets its new form in the very moment of its turn', async () => {
      await issued('Xenia');
      const batch = await world.get(PlanRevocations).run(world.olga.actor, {
        targets: { credentialIds: [badge.id] },
        reason: 'The exam leaked.',
        undoSeconds: 60,
      });
      const next = await plan();
      let carriedOut: Promise<void> = Promise.resolve();
      await world.get(UnitOfWork).run(scope(), async (tx) => {
        await tx.query(`update credential set state = 'superseded' where id = $1`, [badge.id]);
        carriedOut = world.get(CarryOutRevocations).run(scope(), batch.id);
        const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        await awaitFact(async () => (await world.rows(waiting)).length > 0);
        await tx.query(
          `insert into credential (id, institution_id, public_id, form, enrollment_id, person_id, edition_id, state, signed, signed_sha256, issued_at)
           select $2, institution_id, public_id, 2, enrollment_id, person_id, edition_id, 'issued', signed, signed_sha256, issued_at + interval '1 second'
             from credential where id = $1`,
          [badge.id, next.id],
        );
      });
      await carriedOut;
      expect(await badgesOf(world, amara)).toMatchObject([{ state: 'superseded' }, { state: 'revoked' }]);
      expect(await world.get(PlanRevocations).one(world.olga.actor, batch.id)).toMatchObject({ revoked: 1, wasRevoked: 0 });
    });

    it('follows a credential that got a new form before its turn came', async () => {
      await issued('Willa');
      const { id } = await world.get(PlanRevocations).run(world.olga.actor, {
        targets: { credentialIds: [badge.id] },
        reason: 'The exam leaked.',
        undoSeconds: 60,
      });
      await store((await plan()).id);
      await world.get(CarryOutRevocations).run(scope(), id);
      expect(await badgesOf(world, amara)).toMatchObject([{ state: 'superseded' }, { state: 'revoked' }]);
      expect([await says(badge), await says(await newest())]).toEqual(['revoked', 'revoked']);
    });
  });
});
