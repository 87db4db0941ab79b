import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type BrokenWorld, type FsckWorld, startFsckWorld } from '../support/fsck-world.js';
import type { Learner } from '../support/worlds.js';

describe('fsck finds', () => {
  let world: FsckWorld;
  let copy: BrokenWorld;

  beforeAll(async () => {
    world = await startFsckWorld();
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    copy = await world.copy();
  });
  afterEach(() => copy.close());

  const credentialOf = async ({ personId }: Learner): Promise<string> =>
    (await copy.rows<{ id: string }>('select id from credential where person_id = $1', [personId]))[0]?.id ?? '';
  const passOf = async ({ enrollmentId }: Learner): Promise<string> => {
    const passed = `select id from assessment where enrollment_id = $1 and verdict = 'passed'`;
    return (await copy.rows<{ id: string }>(passed, [enrollmentId]))[0]?.id ?? '';
  };

  describe('I1', () => {
    it('two live credentials of one learner for one edition', async () => {
      await copy.tamper('drop index credential_live_key');
      await copy.tamper('update credential set person_id = $1 where person_id = $2', [
        world.amara.personId,
        world.jonas.personId,
      ]);
      expect(await copy.breaches('I1')).toEqual([
        `person ${world.amara.personId}, edition ${world.riverside.edition.id}: 2 live credentials`,
        'index credential_live_key: no valid unique index keeps a second live credential out',
      ]);
    });

    it('a credential that stopped being live without a revocation', async () => {
      await copy.tamper(`update credential set state = 'superseded' where person_id = $1`, [world.amara.personId]);
      expect(await copy.breaches('I1')).toEqual([
        `person ${world.amara.personId}, edition ${world.riverside.edition.id}: no live credential, and none was revoked or ran out`,
        `credential ${await credentialOf(world.amara)}: superseded, but no credential names it as its predecessor`,
      ]);
    });

    it('that the constraint is gone that keeps a second one out', async () => {
      await copy.tamper(
        `drop index credential_live_key; create unique index credential_live_key on credential (person_id, edition_id, state)`,
      );
      expect(await copy.breaches('I1')).toHaveLength(1);
    });
  });

  describe('I2', () => {
    const amaras = async () => copy.breaches('I2');
    const expected = async (...details: (string | RegExp)[]) => {
      const found = await amaras();
      const id = await credentialOf(world.amara);
      expect(found).toEqual(details.map((detail) => expect.stringMatching(detail)));
      expect(found.every((breach) => breach.startsWith(`credential ${id}: `))).toBe(true);
    };

    it('a badge without the courses', async () => {
      await copy.tamper('delete from progress_fact where enrollment_id = $1', [world.amara.enrollmentId]);
      await copy.tamper('delete from course_completion where person_id = $1', [world.amara.personId]);
      await expected('the courses that the edition asks for were not complete');
    });

    it('a badge for courses that were finished only afterwards', async () => {
      await copy.tamper(`update progress_fact set recorded_at = now() + interval '1 hour' where enrollment_id = $1`, [
        world.amara.enrollmentId,
      ]);
      await copy.tamper(`update course_completion set recorded_at = now() + interval '1 hour' where person_id = $1`, [
        world.amara.personId,
      ]);
      await expected('the courses that the edition asks for were not complete');
    });

    it('a badge for a grade that is no pass', async () => {
      await copy.tamper(`update assessment set ratings = jsonb_set(ratings, '{1,ratingId}', '"not"'), points = 4 where id = $1`, [
        await passOf(world.amara),
      ]);
      await expected('its grade is no pass: it has 4 points and needs 6');
    });

    it('a badge for points that the ratings do not give', async () => {
      await copy.tamper(`update assessment set ratings = jsonb_set(ratings, '{1,ratingId}', '"not"') where id = $1`, [
        await passOf(world.amara),
      ]);
      await expected('its grade is no pass: 8 points are recorded, and its ratings give 4');
    });

    it('a badge for work that misses what it must have', async () => {
      await copy.tamper(`update assessment set ratings = jsonb_set(ratings, '{0,ratingId}', '"not"'), points = 4 where id = $1`, [
        await passOf(world.amara),
      ]);
      await expected('the criterion claim has 0 points and needs 2');
    });

    it.each(['returned', 'failed'])('a badge for a verdict that is %s', async (verdict) => {
      await copy.tamper('update assessment set verdict = $2 where id = $1', [await passOf(world.amara), verdict]);
      await expected(`its assessment is ${verdict}`);
    });

    it('a badge for a mark that is not final', async () => {
      await copy.tamper('update assessment set final = false where id = $1', [await passOf(world.amara)]);
      await expected('its assessment is not final');
    });

    it('a badge for a pass that had been corrected before', async () => {
      await copy.tamper(
        `insert into assessment select gen_random_uuid(), institution_id, attempt_id, enrollment_id, 2, 'correction', true, 'failed',
                points, max_points, ratings, feedback, assessor_id, decided_at, 'wrong' from assessment where id = $1`,
        [await passOf(world.amara)],
      );
      await expected('its verdict had been corrected before it was decided');
    });

    it('a badge that is older than its verdict', async () => {
      await copy.tamper(`update assessment set decided_at = decided_at + interval '1 hour' where id = $1`, [
        await passOf(world.amara),
      ]);
      await expected('it was decided before the verdict', 'it was issued before the verdict');
    });

    it('a badge that the learner gave themselves', async () => {
      await copy.tamper('update assessment set assessor_id = $2 where id = $1', [
        await passOf(world.amara),
        world.amara.personId,
      ]);
      await expected(/is the learner/, /no assessor of the institution/, /no assessor of the offering/);
    });

    it.each([
      ['a role', 'role.revoked', 'person', /no assessor of the institution then/],
      ['a place in the offering', 'offering.staff_removed', 'offering', /no assessor of the offering then/],
    ])('a verdict of somebody who had lost %s before it', async (_what, type, subject, detail) => {
      const { personId } = world.riverside.ada;
      const decided = await copy.rows<{ at: Date }>('select decided_at as at from assessment where id = $1', [
        await passOf(world.amara),
      ]);
      const at = new Date((decided[0]?.at.getTime() ?? 0) - 1);
      const subjectId = subject === 'person' ? personId : world.riverside.offeringId;
      await copy.tamper(
        `insert into event (id, institution_id, type, subject_type, subject_id, particulars, occurred_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          'ffffffff-ffff-7fff-8fff-ffffffffffff',
          world.riverside.institutionId,
          type,
          subject,
          subjectId,
          JSON.stringify({ role: 'assessor', personId }),
          at,
        ],
      );
      expect(await copy.breaches('I2')).toContainEqual(expect.stringMatching(detail));
    });

    it('nothing wrong when an assessor lost the role afterwards, or has it elsewhere', async () => {
      const { personId } = world.riverside.ada;
      const insert = `insert into event (id, institution_id, type, subject_type, subject_id, particulars, occurred_at)
                      values (gen_random_uuid(), $1, 'role.revoked', 'person', $2, '{"role": "assessor"}', $3)`;
      await copy.tamper(insert, [world.riverside.institutionId, personId, new Date()]);
      const decided = await copy.rows<{ at: Date }>('select decided_at as at from assessment where id = $1', [
        await passOf(world.amara),
      ]);
      const before = new Date((decided[0]?.at.getTime() ?? 0) - 1);
      await copy.tamper(insert, [world.riverside.lakesideId, personId, before]);
      expect(await copy.breaches('I2')).toEqual([]);
    });

    it('a verdict of somebody who was never made an assessor', async () => {
      await copy.tamper(`delete from event where type = 'role.granted' and subject_id = $1`, [world.riverside.ada.personId]);
      const found = await copy.breaches('I2');
      expect(found).toHaveLength(3);
      expect(found[0]).toMatch(/no assessor of the institution then/);
    });

    it('a badge of another edition than the learner was on', async () => {
      await copy.tamper(
        `insert into edition_move select gen_random_uuid(), institution_id, id, edition_id, gen_random_uuid(), 'why', person_id, created_at
           from enrollment where id = $1`,
        [world.amara.enrollmentId],
      );
      await expected(/the learner was on the edition .* then/);
    });

    it('an award whose parts belong to different people', async () => {
      await copy.tamper('update credential_intent set assessment_id = $2 where person_id = $1', [
        world.amara.personId,
        await passOf(world.jonas),
      ]);
      expect(await copy.breaches('I2')).toContain(
        `credential ${await credentialOf(world.amara)}: enrolment, learner and assessment do not belong together`,
      );
    });
  });

  describe('I3', () => {
    const lose = async (learner: Learner) => {
      const id = await credentialOf(learner);
      await copy.tamper('delete from credential where id = $1', [id]);
      await copy.tamper('delete from credential_intent where id = $1', [id]);
      return id;
    };

    it('a pass without a credential, and a credential that is gone', async () => {
      const id = await lose(world.amara);
      expect(await copy.breaches('I3')).toEqual([
        expect.stringMatching(
          `^enrollment ${world.amara.enrollmentId}: passed at .*, and there is neither a credential nor a reason`,
        ),
        expect.stringMatching(`^credential ${id}: was issued at .* and is gone`),
      ]);
    });

    it('nothing wrong with a pass that is young enough to be on its way', async () => {
      await lose(world.amara);
      await copy.tamper(`delete from event where type = 'credential.issued'`);
      expect(await copy.breaches('I3', { graceSeconds: 3_600 })).toEqual([]);
      expect((await copy.fsck({ graceSeconds: 3_600 })).checked.I3).toMatchObject({ pending: 1 });
    });

    it('a pass that was withheld for no reason on record', async () => {
      await copy.tamper(`delete from event where type = 'credential.withheld'`);
      expect(await copy.breaches('I3')).toEqual([expect.stringContaining(`enrollment ${world.noah.enrollmentId}: passed at`)]);
    });

    it('what a client was told of and is not there', async () => {
      await lose(world.jonas);
      const [first] = await copy.rows<{ at: Date }>('select min(issued_at) as at from credential');
      const acknowledgedAt = new Date((first?.at ?? new Date()).getTime() - 60_000);
      const ackLog = [world.amara, world.mia, world.jonas, world.lea].map(({ enrollmentId }) => ({
        enrollmentId,
        acknowledgedAt,
      }));
      const { checked, breaches } = await copy.fsck({ ackLog });
      expect(checked.I3).toMatchObject({ told: 4, stable: 2, lost: 1, neverSeen: 1, notYet: 0 });
      expect(checked.I3?.delayMax).toBeGreaterThan(0);
      expect(breaches.filter(({ invariant }) => invariant === 'I3').map(({ detail }) => detail)).toEqual([
        expect.stringContaining('there is neither a credential nor a reason why not'),
        expect.stringContaining('and is gone'),
        expect.stringContaining('its credential is gone'),
        expect.stringContaining('there is no trace of a credential'),
      ]);
      const young = await copy.fsck({ ackLog, graceSeconds: 3_600 });
      expect(young.checked.I3).toMatchObject({ told: 4, stable: 2, notYet: 2 });
    });
  });
});
