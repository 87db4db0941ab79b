import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TellDeadlines } from '../../src/modules/notifications/index.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface Mail {
  subject: string;
  body: string;
  html: string | null;
  language: string | null;
}
interface Letter {
  subject: string;
  body: string;
  isOwn: boolean;
  version: number;
}

const PATH = '/api/v1/institution/letters';
const OWN = { subject: 'Los geht’s, {{person.name}}', body: 'Willkommen bei **{{institution.name}}**.\n\n[Anmelden]({{link}})' };
const tag = (version: number) => ({ 'if-match': `"v${version}"` });

describe('Letters', () => {
  let world: Riverside;
  let olga: Member;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    olga = world.olga;
    await world.rows(`update institution set language = 'de', time_zone = 'Europe/Vienna' where slug = 'riverside'`);
  });
  afterAll(() => world.close());

  const mailsTo = (address: string) =>
    world.rows<Mail>('select subject, body, html, language from mail_message where recipient = $1 order by id desc', [address]);
  const add = async (email: string, name = 'Nele') => {
    const wish = { email, name, roles: ['learner'] };
    expect((await olga.browser.post('/api/v1/invitations', wish)).status).toBe(201);
    return (await mailsTo(email))[0];
  };
  const read = async (path: string) => (await olga.browser.get(`${PATH}/${path}`)).json<Letter>();

  describe('in nobody’s own words', () => {
    it('are in the language of the institution for who has chosen none, as text and as HTML', async () => {
      const letter = await add('nele@example.org');
      expect(letter).toMatchObject({ language: 'de', subject: expect.stringContaining('lädt Sie zu Cairn ein') });
      const link = /https?:\/\/\S+\/invitations\/\S+/u.exec(letter?.body ?? '')?.[0];
      expect(letter?.html).toContain(`<a class="button" href="${link}">Einladung annehmen</a>`);
    });

    it('tell a deadline in the language and time zone of the learner', async () => {
      const projectDue = { type: 'days-after-start', days: 2, timeZone: null };
      const person = await world.member('Noor', ['learner']);
      await person.browser.patch('/api/v1/me', { locale: 'de-CH', timeZone: 'America/New_York' });
      const noor = await world.enroll(person, await world.offer(world.edition.id, { projectDue }));
      await world.get(TellDeadlines).run();
      const [letter] = await mailsTo(noor.email);
      expect(letter?.subject).toBe('Ihr Projekt ist bald fällig');
      expect(letter?.body).toMatch(
        /„Data Storytelling“ ist fällig am \S+, \d+\. \S+ \d{4} um \d\d:\d\d \S+ \(America\/New_York\)/u,
      );
      expect(letter?.body).toContain(`:\nhttp`);
    });
  });

  describe('in an institution’s own words', () => {
    it('are sent as it wrote them, and only there', async () => {
      expect(await read('invitation/de')).toMatchObject({ version: 0, isOwn: false });
      const changed = await olga.browser.put(`${PATH}/invitation/de`, OWN, tag(0));
      expect(changed.json()).toMatchObject({ ...OWN, version: 1, isOwn: true });
      const letter = await add('ben@example.org', 'Ben <b>');
      expect(letter).toMatchObject({ subject: 'Los geht’s, Ben <b>' });
      expect(letter?.html).toContain('<p>Willkommen bei <strong>Riverside University</strong>.</p>');
      expect(await read('invitation/en')).toMatchObject({ isOwn: false });
      const items = (await olga.browser.get(PATH)).json<{ items: { letter: string; own: string[] }[] }>().items;
      expect(items.filter(({ own }) => own.length > 0)).toMatchObject([{ letter: 'invitation', own: ['de'] }]);
    });

    it('carry the signature and footer of the institution', async () => {
      expect((await olga.browser.put(`${PATH}/signature/de`, { subject: '', body: 'Ihr Büro, Raum 12' }, tag(0))).status).toBe(
        200,
      );
      expect((await add('cleo@example.org'))?.body).toContain('\n\nIhr Büro, Raum 12\n\n-- \nGesendet von Cairn');
    });

    it('are not overwritten by who saw an older version', async () => {
      expect((await olga.browser.put(`${PATH}/invitation/de`, OWN, tag(0))).status).toBe(412);
      const both = await Promise.all([1, 1].map((seen) => olga.browser.put(`${PATH}/invitation/de`, OWN, tag(seen))));
      expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412]);
    });

    it('go back to Cairn’s, and what was written stays among the versions', async () => {
      const restored = await olga.browser.delete(`${PATH}/invitation/de`, tag(2));
      expect(restored.json()).toMatchObject({ isOwn: false, version: 3 });
      expect((await add('dana@example.org'))?.subject).toContain('lädt Sie zu Cairn ein');
      const { items } = (await olga.browser.get(`${PATH}/invitation/de/versions`)).json<{ items: object[] }>();
      expect(items).toMatchObject([
        { version: 3, text: null, changedBy: olga.name },
        { version: 2, text: OWN },
        { version: 1, text: OWN },
      ]);
    });

    it('are refused at the field that has a fault', async () => {
      const wrong = { subject: 'Hi {{code}}', body: 'See [this](http://x.example), {{learner}}' };
      const { status, json } = await olga.browser.put(`${PATH}/invitation/de`, wrong, tag(3));
      expect(status).toBe(422);
      expect(json<{ errors: object[] }>().errors).toMatchObject([
        { field: 'subject', code: 'unknown_placeholder', names: ['code'] },
        { field: 'body', code: 'unknown_placeholder', names: ['learner'] },
        { field: 'body', code: 'missing_placeholder', names: ['link'] },
        { field: 'body', code: 'unfit_link', names: ['http://x.example'] },
      ]);
    });
  });

  describe('that are being written', () => {
    it('are shown with what is made up, and with their faults', async () => {
      const shown = await olga.browser.post(`${PATH}/deadline_near/en/previews`, {
        subject: 'Due',
        body: '{{deadline}} {{what}}',
      });
      expect(shown.json()).toMatchObject({
        subject: 'Due',
        html: expect.stringContaining('(Europe/Vienna)'),
        faults: [{ code: 'unknown_placeholder' }, { code: 'missing_placeholder', names: ['link'] }],
      });
      const footer = await olga.browser.post(`${PATH}/footer/en/previews`, { subject: '', body: 'Below' });
      expect(footer.json()).toMatchObject({ html: expect.stringContaining('<div class="footer"><p>Below</p>') });
    });

    it('are sent to who writes them, and change nothing', async () => {
      const { json } = await olga.browser.post(`${PATH}/welcome/de/trials`, OWN);
      expect(json()).toEqual({ recipient: olga.email });
      const [trial] = await mailsTo(olga.email);
      expect(trial).toMatchObject({ subject: `Probe: Los geht’s, ${olga.name}`, language: 'de' });
      expect(await read('welcome/de')).toMatchObject({ version: 0 });
    });
  });

  it('are nobody else’s to read or write', async () => {
    for (const member of [world.ada, world.ines]) expect((await member.browser.get(PATH)).status).toBe(403);
    expect((await olga.browser.get(`${PATH}/nothing/de`)).status).toBe(404);
    expect((await olga.browser.get(`${PATH}/welcome/fr`)).status).toBe(404);
  });
});
