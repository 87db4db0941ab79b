import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CarryOutRetention } from '../../src/modules/portability/index.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { MissingFileError } from '../../src/platform/storage/storage-driver.js';
import { handInAll, okay } from '../support/chosen-badges.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 86_400_000;
const PATH = '/api/v1/institution/retention';
const SHORT = { drafts: 30, uploads: 7, notices: 7, letters: 7, sessions: 1, invitations: 1 };

describe('How long things are kept', () => {
  let world: Riverside;
  let mina: Member;
  let amara: Learner;
  let bela: Learner;

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    mina = await world.member('Mina', []);
    await world.rows(
      `insert into membership_role (institution_id, membership_id, role, granted_at)
       select institution_id, id, 'admin', now() from membership where person_id = $1`,
      [mina.personId],
    );
    amara = await world.ready('Amara');
    await handInAll(amara);
    okay(await amara.browser.upload(`${amara.path}/submission-files`, 'spare.txt', 'In nothing.'));
    bela = await world.ready('Bela');
    const { id } = okay(await bela.browser.upload(`${bela.path}/submission-files`, 'draft.txt', 'In a draft.')).json<{
      id: string;
    }>();
    const { draft } = okay(await bela.browser.get(`${bela.path}/project`)).json<{ draft: { version: number } }>();
    const work = { text: 'Half a thought', links: [], fileIds: [id] };
    okay(await bela.browser.put(`${bela.path}/submission-draft`, work, { 'if-match': `"v${draft.version}"` }));
    okay(
      await world.olga.browser.post('/api/v1/invitations', { email: 'rosa@riverside.example', name: 'Rosa', roles: ['learner'] }),
    );
    await world.rows(`update session set revoked_at = now() where person_id = $1`, [world.ben.personId]);
  });
  afterAll(() => world.close());

  /** Time passes, and people looked in meanwhile: sessions that nobody uses end. */
  const later = async (milliseconds: number) => {
    world.clock.advance(milliseconds);
    await world.rows('update session set last_seen_at = $1', [world.clock.now()]);
  };
  const choose = async (days: object) => {
    const { version } = (await mina.browser.get(PATH)).json<{ version: number }>();
    return mina.browser.put(PATH, days, { 'if-match': `"v${version}"` });
  };
  const would = async (days: object) => okay(await mina.browser.post(`${PATH}/forecast`, days)).json<Record<string, number>>();
  const files = () =>
    world.rows<{ name: string; storageKey: string }>(
      'select original_name as name, storage_key as "storageKey" from stored_file order by name',
    );
  const runs = () =>
    world.rows<{ removed: Record<string, number> }>(
      `select particulars -> 'removed' as removed from event where type = 'retention.carried_out' and institution_id = $1 order by occurred_at`,
      [world.institutionId],
    );

  it('is chosen by administrators within limits, and read by the office', async () => {
    expect(okay(await world.olga.browser.get(PATH)).json()).toMatchObject({ notices: 180, letters: 365, version: 0 });
    expect((await world.olga.browser.put(PATH, SHORT, { 'if-match': '"v0"' })).status).toBe(403);
    expect((await choose({ ...SHORT, drafts: 1 })).json()).toMatchObject({ status: 400, errors: [{ field: 'drafts' }] });
    expect(okay(await choose({ ...SHORT, letters: null })).json()).toMatchObject({ notices: 7, letters: null, version: 1 });
    expect((await mina.browser.put(PATH, SHORT, { 'if-match': '"v0"' })).status).toBe(412);
  });

  it('says what would go, and takes nothing', async () => {
    await later(40 * DAY);
    const before = await files();
    expect(await would({ ...SHORT, letters: null })).toMatchObject({ drafts: 0, uploads: 1, letters: 0, invitations: 1 });
    expect((await would(SHORT)).letters).toBeGreaterThan(0);
    expect(await files()).toEqual(before);
    expect(await runs()).toEqual([]);
  });

  it('ends by itself once a day, with an event that says what went; what is in use stays', async () => {
    const spare = (await files()).find(({ name }) => name === 'spare.txt');
    expect(await world.get(CarryOutRetention).run()).toBe(2);
    expect(await world.get(CarryOutRetention).run()).toBe(0);
    expect(await runs()).toMatchObject([{ removed: { drafts: 0, uploads: 1, letters: 0, invitations: 1, sessions: 1 } }]);
    expect((await files()).map(({ name }) => name)).toEqual(['draft.txt', 'report.txt']);
    await expect(world.get(FileStore).open(spare ?? { storageKey: '' })).rejects.toThrow(MissingFileError);
    expect((await world.rows('select from mail_message')).length).toBeGreaterThan(0);
  });

  it('takes a draft once its place has ended, and then the file that was in it', async () => {
    okay(await world.olga.browser.post(`${bela.path}/withdrawal`));
    okay(await choose(SHORT));
    await later(DAY);
    await world.get(CarryOutRetention).run();
    expect(await world.rows('select from submission where enrollment_id = $1', [bela.enrollmentId])).toEqual([]);
    expect((await files()).map(({ name }) => name)).toEqual(['report.txt']);
    expect(await world.rows('select from attempt')).toHaveLength(1);
    expect(await world.rows('select from mail_message')).toEqual([]);
  });
});
