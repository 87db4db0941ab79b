import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompleteSignedForms, CompromiseKey, KeyRing, RotateKey } from '../../src/modules/credentials/index.js';
import { SignEndorsement } from '../../src/modules/credentials/use-cases/endorsing/sign-endorsement.js';
import { QueueReissues } from '../../src/modules/credentials/use-cases/keys/queue-reissues.js';
import { VerifyDocument } from '../../src/modules/credentials/use-cases/verifying/verify-document.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { awaitFact, issue, passed, publishLists } from '../support/badges.js';
import { judged } from '../support/status.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

interface Form {
  form: number;
  signed: string | null;
  status_list_id: string;
  status_index: number;
}

/** What Riverside gives: its first badge shares a status list with its endorsements. */
describe('The status of an endorsement', () => {
  let world: Riverside;

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    await issue(world, await passed(world));
  });
  afterAll(() => world.close());

  const scope = () => ({ institutionId: world.institutionId });
  const sign = (id: string) => world.get(SignEndorsement).run(scope(), id);
  const frozen = async (subject = 'https://guild.example/achievements/1'): Promise<string> => {
    const validUntil = new Date(world.clock.now().getTime() + YEAR_MS).toISOString();
    const answer = await world.olga.browser.post('/api/v1/endorsements', { subject, comment: 'Sound.', validUntil });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json<{ id: string }>().id;
  };
  const given = async (subject?: string): Promise<string> => {
    const id = await frozen(subject);
    await sign(id);
    return id;
  };
  const forms = (id: string) => world.rows<Form>('select * from endorsement_form where endorsement_id = $1 order by form', [id]);
  const newest = async (id: string) => (await forms(id)).at(-1)?.signed ?? '';
  const statusOf = async (signed: string) => {
    const { checks } = await world.get(VerifyDocument).run(JSON.parse(signed));
    return checks.find(({ check }) => check === 'status');
  };
  const activeKey = () => world.get(UnitOfWork).run(scope(), (tx) => world.get(KeyRing).active(tx, world.institutionId));
  const compromise = async () => {
    const { id } = await activeKey();
    await world.get(CompromiseKey).run(scope(), id, { reason: 'A laptop was stolen.', actorId: null });
    return id;
  };
  const queued = (id: string) =>
    world.rows(`select id from outbox where job = 'sign-endorsement' and payload ->> 'endorsementId' = $1`, [id]);

  it('is a place in the list that badges have theirs in, and verifies elsewhere', async () => {
    const id = await given();
    const [form] = await forms(id);
    const [list] = await world.rows<{ id: string; next_position: number }>('select id, next_position from status_list');
    expect(form).toMatchObject({ form: 1, status_list_id: list?.id });
    expect(await judged(world, await newest(id))).toEqual({ verified: true });
    expect(await statusOf(await newest(id))).toMatchObject({ outcome: 'passed' });
  });

  it('says that it was withdrawn, to every verifier, and that for good', async () => {
    const id = await given();
    const signed = await newest(id);
    expect((await world.olga.browser.post(`/api/v1/endorsements/${id}/withdrawal`)).status).toBe(201);
    await publishLists(world);
    expect(await judged(world, signed)).toEqual({ verified: false, error: 'revoked' });
    expect(await statusOf(signed)).toMatchObject({ outcome: 'failed', reason: 'withdrawn' });
  });

  it('of a frozen one that is withdrawn before it is signed leaves nothing to sign', async () => {
    const id = await frozen();
    await world.olga.browser.post(`/api/v1/endorsements/${id}/withdrawal`);
    await sign(id);
    expect(await forms(id)).toMatchObject([{ form: 1, signed: null }]);
  });

  it('is given once: neither a badge nor another endorsement gets the same place', async () => {
    const id = await given();
    const [taken] = await forms(id);
    const [badge] = await world.rows<Form>('select status_list_id, status_index from credential_intent');
    const endorse = (place: Form | undefined) =>
      world.rows(
        `insert into endorsement_form (id, institution_id, endorsement_id, form, document, proof_created, signing_key_id, status_list_id, status_index, created_at)
         select $1, institution_id, endorsement_id, 99, document, proof_created, signing_key_id, $2, $3, created_at
           from endorsement_form where endorsement_id = $4`,
        [newId(), place?.status_list_id, place?.status_index, id],
      );
    await expect(endorse(taken)).rejects.toThrow('endorsement_form_status_key');
    await expect(endorse(badge)).rejects.toThrow('is taken by a credential');
    const award = world.rows(
      `insert into credential_intent (id, institution_id, enrollment_id, person_id, edition_id, achievement_id, assessment_id, version, public_id,
              document, document_sha256, proof_created, signing_key_id, status_list_id, status_index, created_at)
       select $1, institution_id, enrollment_id, person_id, edition_id, achievement_id, assessment_id, 99, 'x', document, document_sha256,
              proof_created, signing_key_id, $2, $3, created_at from credential_intent`,
      [newId(), taken?.status_list_id, taken?.status_index],
    );
    await expect(award).rejects.toThrow('is taken by an endorsement');
  });

  it('keeps a badge out that asks for the place while the endorsement is still being written', async () => {
    const id = await given();
    const [form] = await forms(id);
    const place = { list: form?.status_list_id, index: 131_071 };
    const work = world.get(UnitOfWork);
    let waiting: Promise<unknown> = Promise.resolve();
    let settled = false;
    await work.run(scope(), async (tx) => {
      await tx.query(
        `insert into endorsement_form (id, institution_id, endorsement_id, form, document, proof_created, signing_key_id, status_list_id, status_index, created_at)
         select $1, institution_id, endorsement_id, 99, document, proof_created, signing_key_id, $2, $3, created_at
           from endorsement_form where endorsement_id = $4`,
        [newId(), place.list, place.index, id],
      );
      waiting = work
        .run(scope(), (other) =>
          other.query(
            `insert into credential_intent (id, institution_id, enrollment_id, person_id, edition_id, achievement_id, assessment_id, version,
                    public_id, document, document_sha256, proof_created, signing_key_id, status_list_id, status_index, created_at)
             select $1, institution_id, enrollment_id, person_id, edition_id, achievement_id, assessment_id, 98, 'y', document,
                    document_sha256, proof_created, signing_key_id, $2, $3, created_at from credential_intent`,
            [newId(), place.list, place.index],
          ),
        )
        .then(
          () => 'stored',
          (error: Error) => error.message,
        )
        .finally(() => (settled = true));
      // Until the other waits for the lock; were there none, it would be stored by then.
      const locks = () =>
        world.rows(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      await awaitFact(async () => settled || (await locks()).length > 0);
    });
    expect(await waiting).toContain('is taken by an endorsement');
    await world.rows('delete from endorsement_form where form = 99');
  });

  describe('whose key others may have', () => {
    it('is signed anew under the same address, and the old form is said to be replaced', async () => {
      const id = await given();
      const before = await newest(id);
      const keyId = await compromise();
      expect(await judged(world, before)).toMatchObject({ verified: false });
      await Promise.all([world.get(QueueReissues).run(scope(), keyId), world.get(QueueReissues).run(scope(), keyId)]);
      expect(await queued(id)).toHaveLength(2);
      await Promise.all([sign(id), sign(id)]);
      await sign(id);
      await publishLists(world);
      const all = await forms(id);
      expect(all.map(({ form, signed }) => [form, signed !== null])).toEqual([
        [1, true],
        [2, true],
      ]);
      const after = await newest(id);
      const [old, next] = [before, after].map((signed) => JSON.parse(signed) as Record<string, unknown>);
      for (const kept of ['id', 'issuer', 'credentialSubject', 'validUntil']) expect(next?.[kept]).toEqual(old?.[kept]);
      expect(await judged(world, after)).toEqual({ verified: true });
      expect((await world.olga.browser.get(new URL(next?.['id'] as string).pathname)).text).toBe(after);
      expect(all[0]?.signed).toBe(before);
    });

    it('is signed with the key of today when it was frozen before the report', async () => {
      const id = await frozen();
      await compromise();
      await sign(id);
      await publishLists(world);
      expect((await forms(id)).map(({ signed }) => signed !== null)).toEqual([false, true]);
      expect(await judged(world, await newest(id))).toEqual({ verified: true });
    });

    it('is found though nobody carried the report out', async () => {
      const id = await given();
      await compromise();
      await world.get(CompleteSignedForms).run();
      expect(await queued(id)).toHaveLength(2);
    });

    it('is left alone when it was withdrawn or is over, and after a mere rotation', async () => {
      const [withdrawn, over, rotated] = [await given(), await given(), await given()];
      await world.olga.browser.post(`/api/v1/endorsements/${withdrawn}/withdrawal`);
      await world.rows('update given_endorsement set valid_until = $2 where id = $1', [over, new Date(0)]);
      const { id: keyId } = await activeKey();
      await world.get(RotateKey).run(scope(), 'Ed25519', null);
      await sign(rotated);
      await publishLists(world);
      expect(await forms(rotated)).toHaveLength(1);
      expect(await judged(world, await newest(rotated))).toEqual({ verified: true });
      await world.get(CompromiseKey).run(scope(), keyId, { reason: 'Found later.', actorId: null });
      await world.get(QueueReissues).run(scope(), keyId);
      expect([await queued(withdrawn), await queued(over), await queued(rotated)].map(({ length }) => length)).toEqual([1, 1, 2]);
    });

    it('takes the place of what had arrived at another institution, which stays accepted', async () => {
      const nils = await world.member('Nils', ['office'], world.lakesideId);
      const id = await given((await world.olga.browser.get('/issuers/lakeside')).json<{ id: string }>().id);
      const [arrived] = (await nils.browser.get('/api/v1/received-endorsements')).json<{ items: { id: string }[] }>().items;
      await nils.browser.post(`/api/v1/received-endorsements/${arrived?.id}/acceptance`);
      await compromise();
      await sign(id);
      const { endorsement } = (await nils.browser.get('/issuers/lakeside')).json<{ endorsement: object[] }>();
      expect(endorsement).toEqual([JSON.parse(await newest(id))]);
      expect((await nils.browser.get('/api/v1/received-endorsements')).json<{ items: object[] }>().items).toHaveLength(1);
    });
  });
});
