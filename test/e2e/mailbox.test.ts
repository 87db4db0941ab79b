import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queueMail } from '../../src/platform/mail/queue-mail.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import type { TestBrowser } from '../support/browser.js';
import { type PeopleWorld, startPeopleWorld } from '../support/people.js';

interface MailPage {
  items: { id: string; recipient: string; subject: string; body: string; createdAt: string; sentAt: string | null }[];
  next: string | null;
}

const PAGE = { accept: 'text/html' };

describe('The mailbox', () => {
  let world: PeopleWorld;
  let olga: TestBrowser;
  beforeAll(async () => {
    world = await startPeopleWorld();
    olga = await world.join('Olga', ['office']);
    await world.join('Lea', ['learner']);
  });
  afterAll(() => world.close());

  const list = async (query = '') => (await world.ada.get(`/api/v1/mailbox?${query}`)).json<MailPage>();
  const write = (subject: string, body: string, institutionId = world.institutionId) =>
    world.app
      .get(UnitOfWork)
      .run({ institutionId }, (tx) =>
        queueMail(tx, { institutionId, dedupeKey: newId(), recipient: 'lea@riverside.example', subject, body, now: new Date() }),
      );

  it('lists what Cairn wrote, newest first, page by page', async () => {
    const all = (await list()).items;
    expect(all.map(({ recipient }) => recipient).slice(0, 2)).toEqual(['lea@riverside.example', 'olga@riverside.example']);
    const first = await list('limit=1');
    const second = await list(`limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 2));
    expect((await world.ada.get('/api/v1/mailbox?cursor=nonsense')).json()).toMatchObject({ code: 'request.invalid_cursor' });
  });

  it('shows it as a page, with nothing in it taken for HTML', async () => {
    await write('<script>alert(1)</script>\r\nBcc: all@riverside.example', 'Hello <b>Lea</b>,\n\n"Q" & A');
    const page = await world.ada.get('/mailbox', PAGE);
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(page.text).toContain('<h2 lang="en">&lt;script&gt;alert(1)&lt;/script&gt; Bcc: all@riverside.example</h2>');
    expect(page.text).toContain('<pre class="letter" lang="en">Hello &lt;b&gt;Lea&lt;/b&gt;,\n\n&quot;Q&quot; &amp; A</pre>');
    expect(page.text).not.toMatch(/<script|<b>/);
  });

  it('is for administrators, and asks who is not signed in to do so', async () => {
    const nobody = world.browser();
    const asked = await nobody.get('/mailbox', PAGE);
    expect([asked.status, asked.headers['location']]).toEqual([303, '/sign-in?next=%2Fmailbox']);
    expect((await nobody.get('/api/v1/mailbox')).status).toBe(401);
    expect((await olga.get('/api/v1/mailbox')).json()).toMatchObject({ status: 403, code: 'access.not_allowed' });
    const refused = await olga.get('/mailbox', PAGE);
    expect([refused.status, refused.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
  });

  it('holds the mail of one institution', async () => {
    const opened = await world.ada.post('/api/v1/institutions', {
      slug: 'hillside',
      name: 'Hillside',
      language: 'en',
      timeZone: 'UTC',
    });
    await write('Hillside alone', 'Hello', opened.json<{ id: string }>().id);
    expect((await list('limit=100')).items.map(({ subject }) => subject)).not.toContain('Hillside alone');
    await world.ada.put('/api/v1/session/institution', { institutionId: opened.json<{ id: string }>().id });
    expect((await list()).items.map(({ subject }) => subject)).toEqual(['Hillside alone']);
    await world.ada.put('/api/v1/session/institution', { institutionId: world.institutionId });
  });

  it('shows the newest hundred and says that there are more', async () => {
    for (let count = 1; count <= 101; count += 1) await write(`Letter ${count}`, 'Hello');
    const { text } = await world.ada.get('/mailbox', PAGE);
    expect(text.match(/<article/g)).toHaveLength(100);
    expect(text).toContain('These are the newest 100.');
    expect(text).toContain('<h2 lang="en">Letter 101</h2>');
    expect(text).not.toContain('<h2 lang="en">Letter 1</h2>');
  });
});

describe('The mailbox where mail is really sent', () => {
  it('is not there: nobody reads other people’s mail', async () => {
    const world = await startPeopleWorld({ SMTP_URL: 'smtp://127.0.0.1:2' });
    try {
      expect((await world.ada.get('/api/v1/mailbox')).json()).toMatchObject({
        status: 404,
        detail: 'Mail is sent by SMTP here; there is no mailbox page.',
      });
      expect((await world.ada.get('/mailbox', PAGE)).status).toBe(404);
    } finally {
      await world.close();
    }
  });
});
