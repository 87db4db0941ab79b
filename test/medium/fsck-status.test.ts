import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type BrokenWorld, type FsckWorld, startFsckWorld } from '../support/fsck-world.js';

interface Form {
  id: string;
  state: string;
  form: number;
}

/** Jonas's badge was re-issued and then suspended; Amara's was suspended and reinstated; Mia's was revoked. */
describe('fsck of credentials that took several forms', () => {
  let world: FsckWorld;
  let copy: BrokenWorld;
  let listId: string;
  let jonas: Form[];

  beforeAll(async () => {
    world = await startFsckWorld(async (riverside, learners) => {
      const act = async (personId: string, what: string) => {
        const [newest] = await riverside.rows<Form>('select id from credential where person_id = $1 order by form desc limit 1', [
          personId,
        ]);
        const path = `/api/v1/credentials/${newest?.id}/${what}`;
        const { status, text } = await riverside.olga.browser.post(path, { reason: 'An appeal.' });
        if (status !== 201) throw new Error(text);
      };
      await act(learners.jonas.personId, 'reissue');
      await act(learners.jonas.personId, 'suspension');
      await act(learners.amara.personId, 'suspension');
      await act(learners.amara.personId, 'reinstatement');
    });
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    copy = await world.copy();
    listId = (await copy.rows<{ id: string }>('select id from status_list'))[0]?.id ?? '';
    jonas = await copy.rows<Form>('select id, state, form from credential where person_id = $1 order by form', [
      world.jonas.personId,
    ]);
  });
  afterEach(() => copy.close());

  it('finds no breach, and counts every form', async () => {
    const report = await copy.fsck();
    expect(report.breaches).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      checked: {
        I1: { pairs: 3, credentials: 5 },
        I2: { awards: 3 },
        I4: { planned: 5, signatures: 5 },
        I5: { places: 5, raised: 4 },
        I6: { places: 5 },
      },
    });
  });

  it('finds a suspension that was undone by hand', async () => {
    const id = jonas[1]?.id ?? '';
    await copy.tamper(`update credential set state = 'issued' where id = $1`, [id]);
    expect(await copy.breaches('I5')).toEqual([
      `credential ${id}: is issued, and has a suspension on record`,
      expect.stringMatching(`^status list ${listId}: shows place \\d+ as revoked, which the records do not`),
    ]);
  });

  it('finds a form that was replaced and holds again', async () => {
    const id = jonas[0]?.id ?? '';
    await copy.tamper(`drop index credential_live_key`);
    await copy.tamper(`update credential set state = 'issued' where id = $1`, [id]);
    expect(await copy.breaches('I1')).toContain(`credential ${id}: is issued, though its form 1 was replaced`);
    expect(await copy.breaches('I5')).toEqual([
      expect.stringMatching(`^status list ${listId}: shows place \\d+ as revoked, which the records do not`),
    ]);
  });

  it('finds a list that forgot that a form was replaced', async () => {
    await copy.tamper('update status_list set signed = $1', [world.earlierList]);
    expect(await copy.breaches('I5')).toContain(
      `status list ${listId}: does not show that credential ${jonas[0]?.id} no longer holds`,
    );
  });

  it('finds a form that does not name the one before it', async () => {
    await copy.tamper(
      `update credential_intent set supersedes_id = (select id from credential where person_id = $2) where id = $1`,
      [jonas[1]?.id, world.mia.personId],
    );
    expect(await copy.breaches('I1')).toEqual([
      `credential ${jonas[0]?.id}: the form after it does not name it as its predecessor`,
    ]);
  });

  it('finds a form that is of another award, or no newer, than the one that it replaces', async () => {
    const changed = async (from: string, to: string) => {
      await copy.tamper('update credential set signed = regexp_replace(signed, $2, $3) where id = $1', [jonas[0]?.id, from, to]);
      return copy.breaches('I4');
    };
    const id = jonas[1]?.id;
    expect(await changed('"awardedDate":"20', '"awardedDate":"19')).toContain(
      `credential ${id}: it is of another award than the form that it replaces`,
    );
    expect(await changed('"validFrom":"20', '"validFrom":"29')).toContain(
      `credential ${id}: it is no newer than the form that it replaces`,
    );
  });
});
