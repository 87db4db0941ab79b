import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { awaitFact } from '../support/badges.js';
import { type BrokenWorld, type FsckWorld, startFsckWorld } from '../support/fsck-world.js';
import { confirmAwards, progressOf, rowsOf, uploadAwards } from '../support/historic.js';
import { showName } from '../support/shown-name.js';
import type { Riverside } from '../support/worlds.js';

const [NADIA, OMAR, PIA] = ['nadia@example.org', 'omar@example.org', 'pia@example.org'];

describe('fsck of awards from before Cairn', () => {
  let world: FsckWorld;
  let copy: BrokenWorld;
  const credentials = new Map<string, string>();

  beforeAll(async () => {
    world = await startFsckWorld(awardThree);
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    copy = await world.copy();
  });
  afterEach(() => copy.close());

  /** Nadia's badge is as it was issued, Omar's was corrected, Pia's was revoked and given again. */
  async function awardThree(riverside: Riverside): Promise<void> {
    const { olga, institutionId } = riverside;
    const awards = [NADIA, OMAR, PIA].map((email) => ({ email, name: email.slice(0, 4), show: 'name' }));
    const { id } = await uploadAwards(riverside, awards);
    await confirmAwards(olga.browser, id);
    await awaitFact(async () => (await progressOf(riverside, id)).state === 'finished');
    for (const { email, credential } of await rowsOf(riverside, id)) credentials.set(email ?? '', credential?.id ?? '');
    await showName(riverside.app, institutionId, credentials.get(OMAR) ?? '', 'Omar O.');
    const pias = `/api/v1/credentials/${credentials.get(PIA)}`;
    await olga.browser.post(`${pias}/revocation`, { reason: 'A mix-up.' });
    const again = await olga.browser.post(`${pias}/historic-re-award`, { reason: 'It was right.' });
    if (again.status !== 201) throw new Error(again.text);
    credentials.set('again', again.json<{ id: string }>().id);
  }

  const nadias = (...details: string[]) => details.map((detail) => `credential ${credentials.get(NADIA)}: ${detail}`);
  const ofNadia = 'from person p where p.id = a.person_id and p.email = $1';

  it('finds nothing wrong with any of them', async () => {
    const report = await copy.fsck();
    expect(report.breaches).toEqual([]);
    expect(report.checked.I2).toEqual({ awards: 3, historic: 4 });
  });

  describe('finds, by I2', () => {
    it.each<[string, string, string]>([
      [
        'a badge that stands on nothing',
        `alter table credential_intent drop constraint credential_intent_one_origin;
         update credential_intent set historic_award_id = null where historic_award_id = (select a.id from historic_award a join person p on p.id = a.person_id where p.email = '${NADIA}')`,
        'it stands on neither a pass nor a historic award',
      ],
      [
        'a badge that stands on two things',
        `alter table credential_intent drop constraint credential_intent_one_origin;
         update credential_intent set version = 99, enrollment_id = (select id from enrollment limit 1), assessment_id = (select id from assessment limit 1)
          where historic_award_id = (select a.id from historic_award a join person p on p.id = a.person_id where p.email = '${NADIA}')`,
        'it stands on a pass and on a historic award at once',
      ],
    ])('%s', async (_, sql, detail) => {
      await copy.tamper(sql);
      expect(await copy.breaches('I2')).toEqual(expect.arrayContaining(nadias(detail)));
    });

    it('a badge whose award is gone', async () => {
      await copy.tamper(`delete from historic_award a using person p where p.id = a.person_id and p.email = $1`, [NADIA]);
      expect(await copy.breaches('I2')).toEqual(nadias('the award that it stands on is gone'));
    });

    it('a badge whose row of the file is gone', async () => {
      await copy.tamper(`delete from historic_import_row where award ->> 'email' = $1`, [NADIA]);
      expect(await copy.breaches('I2')).toEqual(nadias('the row of the file that it stands on is gone'));
    });

    it('a badge of somebody else than the award', async () => {
      await copy.tamper(`update historic_award a set person_id = $2 where exists (select ${ofNadia})`, [
        NADIA,
        world.lea.personId,
      ]);
      expect(await copy.breaches('I2')).toEqual(nadias('its award is of another person or edition'));
    });

    it('a row that says another day or edition than the badge', async () => {
      await copy.tamper(
        `update historic_import_row set award = award || '{"awardedOn": "2012-01-01", "editionId": "0193a1f0-7c2b-7000-8000-00000000aaaa"}' where award ->> 'email' = $1`,
        [NADIA],
      );
      expect(await copy.breaches('I2')).toEqual(
        nadias('the row of the file names another edition', 'it says that it was awarded on another day than 2012-01-01'),
      );
    });

    it('badges of a file that was confirmed only afterwards', async () => {
      await copy.tamper(`update historic_import set confirmed_at = confirmed_at + interval '1 hour'`);
      expect(await copy.breaches('I2')).toContain(nadias('nobody had vouched for the file when it was decided')[0]);
    });

    it('badges that somebody vouched for who was no office', async () => {
      await copy.tamper(`update historic_award a set awarded_by = $2 where exists (select ${ofNadia})`, [
        NADIA,
        world.riverside.ines.personId,
      ]);
      expect(await copy.breaches('I2')).toEqual(nadias('who vouched for it was neither office nor administrator then'));
    });

    it('a badge that was given again without a revocation', async () => {
      await copy.tamper(`update credential_revocation set revoked_at = now() + interval '1 day' where credential_id = $1`, [
        credentials.get(PIA),
      ]);
      expect(await copy.breaches('I2')).toEqual([
        `credential ${credentials.get('again')}: it was given again while the one before it was not revoked`,
      ]);
    });

    it('a pass that is gone', async () => {
      await copy.tamper('delete from assessment where enrollment_id = $1', [world.amara.enrollmentId]);
      expect(await copy.breaches('I2')).toEqual([expect.stringMatching('its enrolment or its pass is gone')]);
    });
  });

  it('finds, by I1, a new form that stands on something else than the one before', async () => {
    await copy.tamper(
      `update credential_intent set historic_award_id = (select a.id from historic_award a join person p on p.id = a.person_id where p.email = $2)
        where supersedes_id = $1`,
      [credentials.get(OMAR), NADIA],
    );
    expect(await copy.breaches('I1')).toEqual([
      `credential ${credentials.get(OMAR)}: the form after it does not name it as its predecessor`,
    ]);
  });

  it('finds, by I3, confirmed rows that nothing became of', async () => {
    await copy.tamper(`update historic_import_row set outcome = null where award ->> 'email' = $1`, [OMAR]);
    await copy.tamper(`delete from credential where id = $1`, [credentials.get(NADIA)]);
    const found = await copy.breaches('I3');
    expect(found).toContainEqual(expect.stringMatching('^historic import .*: line 2 was confirmed, and there is neither'));
    expect(found).toContainEqual(expect.stringMatching('^historic import .*: line 3 was confirmed, and there is neither'));
    expect(found).toContainEqual(expect.stringMatching(`^credential ${credentials.get(NADIA)}: was issued at .* and is gone`));
    expect(found).toHaveLength(3);
  });
});
