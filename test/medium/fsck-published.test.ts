import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readBaseline } from '../../src/fsck/baseline.js';
import { publicKeyMultibase } from '../../src/modules/credentials/proof/keys/keys.js';
import { type BrokenWorld, type FsckWorld, startFsckWorld } from '../support/fsck-world.js';

describe('fsck finds', () => {
  let world: FsckWorld;
  let copy: BrokenWorld;
  /** Amara's. */
  let id: string;
  let listId: string;
  let revokedId: string;

  beforeAll(async () => {
    world = await startFsckWorld();
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    copy = await world.copy();
    const credentials = await copy.rows<{ id: string; personId: string }>('select id, person_id as "personId" from credential');
    id = credentials.find(({ personId }) => personId === world.amara.personId)?.id ?? '';
    revokedId = credentials.find(({ personId }) => personId === world.mia.personId)?.id ?? '';
    listId = (await copy.rows<{ id: string }>('select id from status_list'))[0]?.id ?? '';
  });
  afterEach(() => copy.close());

  describe('I4', () => {
    /** As it is where a plan is written before it is signed. */
    const keepText = () =>
      copy.tamper(
        `update credential_intent i set document = text.plain, document_sha256 = encode(sha256(convert_to(text.plain, 'UTF8')), 'hex')
           from (select id, split_part(signed, ',"proof":', 1) || '}' as plain from credential) as text where text.id = i.id`,
      );

    it('a plan that was changed', async () => {
      await keepText();
      expect(await copy.breaches('I4')).toEqual([]);
      await copy.tamper(`update credential_intent set document = replace(document, 'Riverside', 'Lakeside') where id = $1`, [id]);
      expect(await copy.breaches('I4')).toEqual([`credential ${id}: its plan was changed: the hash is another`]);
    });

    it('a plan without words that nothing was signed of', async () => {
      await copy.tamper('delete from credential where id = $1', [id]);
      expect(await copy.breaches('I4')).toEqual([`credential ${id}: its plan has no words, and nothing was signed`]);
    });

    it('a plan that was changed together with its hash', async () => {
      await keepText();
      await copy.tamper(
        `update credential_intent set document = replace(document, 'Riverside', 'Lakeside'),
                document_sha256 = encode(sha256(convert_to(replace(document, 'Riverside', 'Lakeside'), 'UTF8')), 'hex') where id = $1`,
        [id],
      );
      expect(await copy.breaches('I4')).toEqual([`credential ${id}: it says something else than was planned`]);
    });

    it('a signed word that was changed, though every hash was made to fit', async () => {
      await keepText();
      const changed = (column: string) => `replace(${column}, 'Riverside', 'Lakeside')`;
      const hash = (column: string) => `encode(sha256(convert_to(${changed(column)}, 'UTF8')), 'hex')`;
      await copy.tamper(
        `update credential set signed = ${changed('signed')}, signed_sha256 = ${hash('signed')} where id = '${id}'`,
      );
      await copy.tamper(
        `update credential_intent set document = ${changed('document')}, document_sha256 = ${hash('document')} where id = '${id}'`,
      );
      expect(await copy.breaches('I4')).toEqual([expect.stringContaining(`credential ${id}: its signature does not hold`)]);
    });

    it('signed bytes that were changed', async () => {
      await copy.tamper(`update credential set signed = signed || ' ' where id = $1`, [id]);
      expect(await copy.breaches('I4')).toEqual([`credential ${id}: its signed bytes were changed: the hash is another`]);
    });

    it.each(['gone', 'null', '{}'])('signed bytes that are %s', async (signed) => {
      await copy.tamper('update credential set signed = $2 where id = $1', [id, signed]);
      const found = await copy.breaches('I4');
      expect(found).toContain(`credential ${id}: its signed bytes were changed: the hash is another`);
      expect(found.length).toBeGreaterThan(1);
      expect(found.join()).not.toContain('could not be finished');
    });

    it('a signature of another key than planned', async () => {
      const other = publicKeyMultibase(generateKeyPairSync('ed25519').publicKey);
      await copy.tamper(`update signing_key set public_key_multibase = $1 where algorithm = 'Ed25519'`, [other]);
      const found = await copy.breaches('I4');
      expect(found).toHaveLength(3);
      expect(found[0]).toContain('its signature does not hold');
    });

    it.each([
      ['public_id', `'another'`, ['it is published under another address than planned', 'it calls itself']],
      ['status_index', 'status_index + 1', ['it points to another place of its status list']],
      ['proof_created', `'2020-01-01T00:00:00.000Z'`, ['its proof has another date than planned']],
    ])('a plan with another %s than was signed', async (column, value, details) => {
      await copy.tamper(`update credential_intent set ${column} = ${value} where id = $1`, [id]);
      expect(await copy.breaches('I4')).toEqual(details.map((detail) => expect.stringContaining(`credential ${id}: ${detail}`)));
    });
  });

  describe('I5', () => {
    it('a revoked credential that is live again', async () => {
      await copy.tamper(`update credential set state = 'issued' where id = $1`, [revokedId]);
      expect(await copy.breaches('I5')).toEqual([
        `credential ${revokedId}: is issued, has a revocation on record, history tells of one`,
        expect.stringMatching(`^status list ${listId}: shows place \\d+ as revoked, which the records do not`),
      ]);
    });

    it('a revocation that was struck from the records', async () => {
      await copy.tamper(`update credential set state = 'issued' where id = $1`, [revokedId]);
      await copy.tamper('delete from credential_revocation where credential_id = $1', [revokedId]);
      expect(await copy.breaches('I5')).toContain(
        `credential ${revokedId}: is issued, has no revocation on record, history tells of one`,
      );
    });

    it('a credential that was marked as revoked without a revocation', async () => {
      await copy.tamper(`update credential set state = 'revoked' where id = $1`, [id]);
      expect(await copy.breaches('I5')).toEqual([
        `credential ${id}: is revoked, has no revocation on record, history tells of none`,
        `status list ${listId}: does not show that credential ${id} no longer holds`,
      ]);
    });

    it('a published list that forgot a revocation', async () => {
      await copy.tamper('update status_list set signed = $1', [world.earlierList]);
      expect(await copy.breaches('I5')).toEqual([
        `status list ${listId}: does not show that credential ${revokedId} no longer holds`,
      ]);
    });

    it('a list that is not signed anew for too long, but not before', async () => {
      await copy.tamper('update status_list set signed = $1, version = version + 1', [world.earlierList]);
      expect(await copy.breaches('I5', { graceSeconds: 3_600 })).toEqual([]);
      expect(await copy.breaches('I5')).toEqual([
        `status list ${listId}: does not show that credential ${revokedId} no longer holds`,
      ]);
    });

    it('a list that was changed after it was signed', async () => {
      await copy.tamper(`update status_list set signed = replace(signed, '"validFrom":"20', '"validFrom":"19')`);
      expect(await copy.breaches('I5')).toEqual([expect.stringContaining(`status list ${listId}: its signature does not hold`)]);
    });

    it('a list that somebody else signed', async () => {
      await copy.tamper(`update signing_key set fragment = 'key-another' where algorithm = 'Ed25519'`);
      expect(await copy.breaches('I5')).toEqual([expect.stringMatching(/is signed by .*, which is no key of its institution/)]);
    });

    it('a list that cannot be read', async () => {
      await copy.tamper(`update status_list set signed = replace(signed, 'encodedList', 'list')`);
      expect(await copy.breaches('I5')).toContain(`status list ${listId}: cannot be read: it holds no encodedList`);
    });

    describe('compared with a baseline,', () => {
      let folder: string;
      beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'cairn-baseline-'));
        expect((await copy.fsck({ saveBaseline: folder })).ok).toBe(true);
      });
      afterEach(() => rm(folder, { recursive: true, force: true }));

      it('nothing where nothing was forgotten', async () => {
        expect((await readdir(folder)).sort()).toEqual(['audit-heads.json', `status-list-${listId}.json`]);
        expect((await copy.fsck({ baseline: await readBaseline(folder) })).breaches).toEqual([]);
      });

      it('a revocation that yesterday’s backup did not know', async () => {
        await copy.tamper('update status_list set signed = $1', [world.earlierList]);
        await copy.tamper(`update credential set state = 'issued' where id = $1`, [revokedId]);
        await copy.tamper('delete from credential_revocation');
        await copy.tamper(`delete from event where type = 'credential.revoked'`);
        expect(await copy.breaches('I5')).toEqual([]);
        expect(await copy.breaches('I5', { baseline: await readBaseline(folder) })).toEqual([
          `status list ${listId}: credential ${revokedId} was revoked in the baseline and is not any more: revoke it again`,
        ]);
      });

      it('a list that is gone', async () => {
        await copy.tamper('delete from credential; delete from credential_intent; delete from status_list');
        expect(await copy.breaches('I5', { baseline: await readBaseline(folder) })).toEqual([
          `status list ${listId}: is in the baseline and is gone: credentials that point to it cannot be checked`,
        ]);
      });

      it('an audit chain whose end was cut off (I11)', async () => {
        await copy.tamper(
          `with cut as (delete from audit_link l where sequence > (select max(sequence) - 2 from audit_link m where m.institution_id = l.institution_id)
                        returning event_id)
           delete from event using cut where event.id = cut.event_id`,
        );
        expect(await copy.breaches('I11')).toEqual([]);
        const baseline = await readBaseline(folder);
        expect(await copy.breaches('I11', { baseline })).toContainEqual(
          expect.stringMatching(/^audit link \d+ of institution .*: is in the baseline and is gone/),
        );
      });
    });
  });

  describe('I6', () => {
    /** Awards that never were, each with a place in the list. */
    const award = (count: number, place: string) =>
      copy.tamper(
        `insert into credential_intent
           select gen_random_uuid(), institution_id, enrollment_id, person_id, edition_id, achievement_id, assessment_id, number + 100,
                  'made-up-' || number, document, document_sha256, proof_created, signing_key_id, status_list_id, ${place}, supersedes_id,
                  created_at + make_interval(secs => number)
             from credential_intent cross join generate_series(1, ${count}) as number where id = '${id}';
         update status_list set next_position = next_position + ${count}`,
      );

    it('a place that was given twice', async () => {
      await copy.tamper('alter table credential_intent drop constraint credential_intent_status_key');
      await copy.tamper('update credential_intent set status_index = 7 where id in ($1, $2)', [id, revokedId]);
      expect(await copy.breaches('I6')).toEqual([`status list ${listId}: place 7 was given twice`]);
    });

    it('a place outside of the list', async () => {
      await copy.tamper('update credential_intent set status_index = 131072 where id = $1', [id]);
      expect(await copy.breaches('I6')).toEqual([`status list ${listId}: place 131072 is outside of its 131072 bits`]);
    });

    it('more places than were given out', async () => {
      await copy.tamper('update status_list set next_position = 2');
      expect(await copy.breaches('I6')).toEqual([`status list ${listId}: 3 places are taken, and 2 were given out`]);
    });

    it('places that rise with the awards', async () => {
      await award(400, 'number * 300');
      expect(await copy.breaches('I6')).toEqual([
        expect.stringMatching(/places follow the order of awards \(rank correlation [01]\.\d\d\)/),
      ]);
    });

    it('places that fall with the awards', async () => {
      await award(400, '130000 - number * 300');
      expect(await copy.breaches('I6')).toEqual([expect.stringMatching(/rank correlation -[01]\.\d\d/)]);
    });

    it('nothing wrong with places in no order', async () => {
      await award(400, '(number * 79193) % 104729');
      expect((await copy.fsck()).checked.I6).toMatchObject({ places: 403, compared: 1 });
      expect(await copy.breaches('I6')).toEqual([]);
    });
  });
});
