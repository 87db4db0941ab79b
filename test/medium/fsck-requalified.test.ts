import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type BrokenWorld, type FsckWorld, startFsckWorld } from '../support/fsck-world.js';
import { correct, toPass } from '../support/grading.js';
import {
  awaitAwards,
  confirmAwards,
  passingWith,
  publishNext,
  qualified,
  type RequalificationBody,
} from '../support/looser-editions.js';
import { FAIL, mark } from '../support/riverside-edition.js';
import type { Learner } from '../support/worlds.js';

/**
 * Ada failed Nora's work by two points, and a later edition is content with it; Theo's fail was corrected by the office. Riverside endorses
 * two programmes of others, and withdrew the first.
 */
describe('fsck of a pass by the rule of a later edition, and of endorsements', () => {
  let world: FsckWorld;
  let copy: BrokenWorld;
  let nora: Learner;
  let award: string;
  let withdrawn: string;

  beforeAll(async () => {
    world = await startFsckWorld(async (riverside) => {
      const failed = async (name: string, given: typeof FAIL) => {
        const learner = await riverside.ready(name);
        const { id } = await riverside.handIn(learner);
        await riverside.assess(riverside.ada, id, given);
        return { learner, id };
      };
      const theo = await failed('Theo', FAIL);
      await correct(riverside.olga, theo.id, toPass(1));
      nora = (await failed('Nora', mark('failed', 'partly', 'partly'))).learner;
      const endorse = async (subject: string) => {
        const validUntil = new Date(Date.now() + 86_400_000).toISOString();
        const answer = await riverside.olga.browser.post('/api/v1/endorsements', { subject, comment: 'Sound.', validUntil });
        return answer.json<{ id: string }>().id;
      };
      withdrawn = await endorse('https://guild.example/achievements/1');
      await endorse('https://guild.example/achievements/2');
      await riverside.olga.browser.post(`/api/v1/endorsements/${withdrawn}/withdrawal`);
      const next = await publishNext(riverside, riverside.edition, passingWith(4));
      const { version } = await qualified(riverside.olga, next);
      const confirmed = await confirmAwards(riverside.olga, next, { version });
      await awaitAwards(riverside.olga, confirmed.json<RequalificationBody>().id);
    });
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    copy = await world.copy();
    const [intent] = await copy.rows<{ id: string }>('select id from credential_intent where enrollment_id = $1', [
      nora.enrollmentId,
    ]);
    award = `credential ${intent?.id}`;
  });
  afterEach(() => copy.close());

  it('finds no breach, in it and in a pass that the office corrected', async () => {
    const { breaches, checked } = await copy.fsck();
    expect(breaches).toEqual([]);
    expect(checked).toMatchObject({
      I2: { awards: 5 },
      I3: { passes: 6, issued: 5, withheld: 1 },
      I5: { places: 7 },
      I6: { places: 7 },
    });
  });

  it('finds a list that forgot that an endorsement was withdrawn', async () => {
    await copy.tamper('update status_list set signed = $1', [world.earlierList]);
    expect(await copy.breaches('I5')).toContainEqual(
      expect.stringMatching(`: does not show that endorsement ${withdrawn}, form 1 no longer holds$`),
    );
  });

  it('finds an endorsement in the place of a badge', async () => {
    await copy.tamper(
      `update endorsement_form f set status_index = i.status_index from credential_intent i
        where i.status_list_id = f.status_list_id and f.endorsement_id = $1 and i.enrollment_id = $2`,
      [withdrawn, nora.enrollmentId],
    );
    expect(await copy.breaches('I6')).toEqual([expect.stringMatching(/: place \d+ was given twice$/)]);
  });

  it('finds one that nobody confirmed', async () => {
    await copy.tamper('delete from requalification_row');
    expect(await copy.breaches('I2')).toEqual([`${award}: nobody confirmed that the rule was to be applied to this learner`]);
  });

  it('finds one that somebody else confirmed', async () => {
    await copy.tamper('update requalification set confirmed_by = $1', [world.riverside.ada.personId]);
    expect(await copy.breaches('I2')).toEqual([`${award}: nobody confirmed that the rule was to be applied to this learner`]);
  });

  it('finds one whose confirmer did not work for the office', async () => {
    await copy.tamper(`delete from event where type = 'role.granted' and subject_id = $1`, [world.riverside.olga.personId]);
    expect(await copy.breaches('I2')).toContain(`${award}: who confirmed it did not work for the office then`);
  });

  it('finds one that counts what nobody had found', async () => {
    await copy.tamper(
      `update assessment set ratings = jsonb_set(ratings, '{0,ratingId}', '"fully"'), points = 6 where marker = 'requalification'`,
    );
    expect(await copy.breaches('I2')).toEqual([`${award}: the rule was applied to other ratings than the assessor had given`]);
  });

  it('finds one that no assessor had judged', async () => {
    await copy.tamper(`delete from assessment where marker = 'first' and enrollment_id = $1`, [nora.enrollmentId]);
    expect(await copy.breaches('I2')).toEqual([`${award}: a rule was applied to work that nobody had judged`]);
  });

  it('finds one that stays below the rule', async () => {
    await copy.tamper(`update edition set content = jsonb_set(content, '{rubric,passPoints}', '6') where number = 2`);
    expect(await copy.breaches('I2')).toEqual([`${award}: its grade is no pass: it has 4 points and needs 6`]);
  });
});
