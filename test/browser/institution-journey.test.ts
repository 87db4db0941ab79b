import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.js';
import { awaitFact } from '../support/badges.js';
import { decided } from '../support/grading.js';
import { type FakeLms, startFakeLms } from '../support/fake-lms/index.js';
import { type AwardWish, awardsCsv } from '../support/historic.js';
import { passingWith, publishNext } from '../support/looser-editions.js';
import { type Receiver, startReceiver } from '../support/receiver.js';
import { mark } from '../support/riverside-edition.js';
import { goByTopBar, holds, startWebWorld, type WebWorld } from '../support/web-world.js';
import { makeAdministrator, type Member } from '../support/worlds.js';

const MINUTES = 60_000;
// A look takes axe three times over a whole page.
const LONG = 3 * MINUTES;
const DAY_MS = 24 * 60 * MINUTES;
const NEARLY = mark('failed', 'partly', 'partly', 'Two points short.');

const accent = `getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()`;

describe('The administrator in the browser', () => {
  let web: WebWorld;
  let olga: Member;
  let page: Page;
  let registry: Receiver;
  let lms: FakeLms;
  beforeAll(async () => {
    web = await startWebWorld();
    registry = await startReceiver(500);
    lms = await startFakeLms({ profile: 'moodle' });
    olga = web.world.olga;
    await makeAdministrator(web.world, olga);
    page = await web.visit(olga, '/app/institution');
  }, 2 * MINUTES);
  afterAll(async () => {
    await registry?.close();
    await lms?.stop();
    await web?.close();
  });

  const heading = (name: string | RegExp, on = page) => on.getByRole('heading', { level: 1, name }).waitFor();
  const tab = (name: string | RegExp) =>
    page.getByRole('navigation', { name: /^Parts of/ }).getByRole('link', { name, exact: true });

  it(
    'says who accredits the institution, after being told at the field what is missing',
    async () => {
      await page.getByRole('button', { name: 'Add an accreditation' }).click();
      expect(await page.evaluate('document.activeElement.labels[0].textContent')).toBe('Accredited by');
      await page.getByLabel('What it says').fill('Accredited until 2030');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('[aria-invalid]').waitFor();
      expect(await web.look(page, 'institution-about')).toEqual([]);
      await page.getByLabel('Accredited by').fill('AQ Austria');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      const [row] = await web.world.rows<{ accreditation: object[] }>(
        `select accreditation from institution where slug = 'riverside'`,
      );
      expect(row?.accreditation).toEqual([{ body: 'AQ Austria', statement: 'Accredited until 2030', url: null }]);
    },
    LONG,
  );

  it(
    'chooses colours that can be told apart, sees the certificate in them, and the application takes them on',
    async () => {
      await tab('Look').click();
      await heading('Look');
      const before = await page.evaluate(accent);
      await page.getByLabel('Main colour').fill('#f2c14e');
      await page.getByLabel('Second colour').fill('#f4e3b2');
      await page.getByText('their contrast is 1.3 to 1').waitFor();
      expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
      await page.getByLabel('Second colour').fill('#4a1942');
      await page.getByText('a darker shade of the main colour').waitFor();
      await page.getByRole('radio', { name: 'Modern' }).check();
      await page.getByRole('img', { name: 'A sample certificate in this look' }).waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await holds(page, `${accent} !== ${JSON.stringify(before)}`);
      expect(await web.look(page, 'institution-look')).toEqual([]);
      // The next visit begins in them, before anything is asked.
      await page.reload();
      await holds(page, `${accent} !== ${JSON.stringify(before)}`);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Sample as PDF' }).click();
      expect((await download).suggestedFilename()).toBe('certificate-sample.pdf');
    },
    LONG,
  );

  it(
    'decides what letters enclose and in which forms badges can be had, and overwrites no colleague',
    async () => {
      await tab('Letters').click();
      await page.getByRole('checkbox').click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').first().waitFor();
      expect(await web.look(page, 'institution-letters')).toEqual([]);
      await tab('Forms').click();
      await page.getByRole('checkbox', { name: 'ES256' }).check();
      const { headers } = await olga.browser.get('/api/v1/credential-forms');
      const theirs = { vcJwt: ['EdDSA'] };
      await olga.browser.put('/api/v1/credential-forms', theirs, { 'if-match': String(headers['etag']) });
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Somebody else changed this meanwhile').waitFor();
      await page
        .getByRole('definition')
        .filter({ hasText: /^EdDSA$/ })
        .waitFor();
      expect(await web.look(page, 'institution-forms')).toEqual([]);
      await page.getByRole('button', { name: 'Keep mine' }).click();
      await page.getByText('Somebody else changed this meanwhile').waitFor({ state: 'hidden' });
      expect((await olga.browser.get('/api/v1/credential-forms')).json()).toMatchObject({ vcJwt: ['RS256', 'ES256'] });
    },
    LONG,
  );

  it(
    'puts a letter in its own words, is told at the field what stands for nothing, and asks what a screen is for',
    async () => {
      await page.goto(new URL('/app/institution/letters', page.url()).href);
      await page.getByRole('link', { name: 'The words of all letters' }).click();
      await heading('Letters');
      expect(await web.look(page, 'letters')).toEqual([]);
      await page.getByRole('link', { name: 'Feedback', exact: true }).click();
      await heading('Feedback');
      const text = () => page.getByLabel('Text', { exact: true });
      await text().fill('Hello {{learner}},\n\n[Read it]({{link}})');
      await page.getByText('{{learner}} stands for nothing here.').waitFor();
      expect(await page.getByRole('button', { name: 'Send to myself' }).isDisabled()).toBe(true);
      await page.reload();
      await text().fill('Hello ,\n\n[Read it]({{link}})');
      await text().press('Control+Home');
      for (let letters = 0; letters < 'Hello '.length; letters++) await text().press('ArrowRight');
      await page.getByRole('button', { name: 'the reader’s name' }).click();
      expect(await text().inputValue()).toContain('Hello {{person.name}},');
      await page.getByText('Hello Amara Okafor,').waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').first().waitFor();
      await page.getByText(/^Version 1, /).waitFor();
      await page.getByRole('radio', { name: 'Dark' }).check();
      expect(await web.look(page, 'letter')).toEqual([]);
      await page.getByRole('button', { name: 'Send to myself' }).click();
      await page.getByText(`On its way to ${olga.email}.`).waitFor();
      await page.getByRole('button', { name: 'Help about this screen' }).click();
      await page.getByRole('dialog', { name: 'About “Feedback”' }).waitFor();
      expect(await web.look(page, 'help')).toEqual([]);
      await page.keyboard.press('Escape');
    },
    LONG,
  );

  it(
    'connects an LMS by a link that is opened inside it, and says which of its deployments may come in',
    async () => {
      await page.goto('/app/institution/platforms');
      await page.getByText('No LMS shows Cairn yet').waitFor();
      expect(await web.look(page, 'platforms-empty')).toEqual([]);
      await page.getByRole('link', { name: 'Connect an LMS' }).click();
      await heading('Connect an LMS');
      await page.getByLabel('Issuer (platform ID)').fill('https://typed.example');
      await page.getByRole('button', { name: 'Make a registration link' }).click();
      const link = await page.getByLabel('Registration link', { exact: true }).inputValue();
      expect(await web.look(page, 'platforms-connect')).toEqual([]);
      await page.reload();
      expect(await page.getByLabel('Issuer (platform ID)').inputValue()).toBe('https://typed.example');
      await page.getByRole('button', { name: 'Add the platform' }).click();
      const faults = page.getByRole('alert').filter({ has: page.getByRole('listitem') });
      await faults.waitFor();
      const named = (await faults.getByRole('link').allInnerTexts()).slice(0, 3);
      expect(named).toEqual(['Name', 'Client ID', 'Authentication request URL']);
      expect(await web.look(page, 'platforms-connect-refused')).toEqual([]);

      const inside = await page.context().newPage();
      await inside.goto(lms.registrationPageFor(link));
      const frame = inside.frameLocator('#tool');
      await frame.getByRole('button', { name: 'Register Cairn here' }).click();
      await frame.getByRole('heading', { level: 1, name: 'Cairn is registered.' }).waitFor();
      await frame.getByRole('button', { name: 'Close this page' }).click();
      await holds(inside, `JSON.stringify(window.received).includes('org.imsglobal.lti.close')`);
      await inside.close();

      await page.goto('/app/institution/platforms');
      await page
        .getByRole('row', { name: /Active/ })
        .getByRole('link')
        .click();
      await page.getByRole('heading', { level: 2, name: 'Deployments' }).waitFor();
      await page.getByText('Cairn was not opened in any course yet').waitFor();
      await page.getByLabel('Add a deployment id').fill('second');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('button', { name: 'Refuse second' }).click();
      await page.getByRole('row', { name: /second Refused/ }).waitFor();
      await page.getByLabel('Name', { exact: true }).fill('Our Moodle');
      await page.getByRole('button', { name: 'Save' }).click();
      await heading('Our Moodle');
      expect(await web.look(page, 'platform')).toEqual([]);
      await page.getByRole('button', { name: 'Disable…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
      await page.getByText('Nobody comes in by it').waitFor();
    },
    LONG,
  );

  it(
    'sees who is in the courses of an LMS, and confirms that many have left',
    async () => {
      const [platform, deployment, course] = [1, 2, 3].map(() => crypto.randomUUID());
      const own = [platform, web.world.institutionId];
      await web.world.rows(
        `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, jwks_url, algorithms,
           product_family, frame_origins, scopes, settings, version, created_at)
         values ($1, $2, 'Quiet LMS', 'active', 'https://quiet.invalid', 'cairn', 'https://quiet.invalid/auth', 'https://quiet.invalid/token',
           'https://quiet.invalid/jwks', '{RS256}', 'moodle', '{}', '{}', '{"sendScores": true, "acceptFirstDeployment": true}', 1, now())`,
        own,
      );
      await web.world.rows(
        `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at) values ($3, $2, $1, '1', 'approved', now())`,
        [...own, deployment],
      );
      for (const [id, title, url] of [
        [course, 'Statistics', 'https://quiet.invalid/members'],
        [crypto.randomUUID(), 'Ethics', null],
      ] as const)
        await web.world.rows(
          `insert into lti_context (id, institution_id, deployment_id, kind, context_id, title, label, memberships_url, scopes, created_at, last_launch_at)
           values ($1, $2, $3, 'course', $4, $4, 'ST-1', $5, '{}', now(), now())`,
          [id, web.world.institutionId, deployment, title, url],
        );
      await web.world.rows(
        `insert into lti_section (context_id, micro_credential_id, institution_id, offering_id, created_at) values ($1, $2, $3, $4, now())`,
        [course, web.world.edition.microCredentialId, web.world.institutionId, web.world.offeringId],
      );
      await web.world.rows(
        `insert into lti_roster (context_id, institution_id, asked_at, answered_at, attempts, problem, leaving, skipped)
         values ($1, $2, now(), now(), 0, 'many_leave', 12, 1)`,
        [course, web.world.institutionId],
      );
      await page.goto(`/app/institution/platforms/${platform}`);
      await page.getByText('By the list of the LMS 12 people have left').waitFor();
      await page.getByText('The LMS does not tell who is in this course.').waitFor();
      expect(await web.look(page, 'platform-courses')).toEqual([]);
      await page.getByRole('button', { name: 'Confirm…' }).click();
      await page.getByRole('dialog').getByText('Learners keep their place').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Yes, read it' }).click();
      await page.getByText('The LMS did not answer.').waitFor();
      const [row] = await web.world.rows('select may_leave from lti_roster where context_id = $1', [course]);
      expect(row).toEqual({ may_leave: 12 });
    },
    LONG,
  );

  it(
    'adds a webhook, keeps its secret and what is typed, shows what a colleague made of it, and sends again what failed',
    async () => {
      await page.goto('/app/institution/webhooks');
      await page.getByRole('button', { name: 'Add an endpoint' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Address').fill('http://registry.example/hooks');
      await holds(page, `Object.values(localStorage).some((text) => text.includes('registry.example'))`);
      await page.reload();
      await page.getByRole('button', { name: 'Add an endpoint' }).click();
      expect(await dialog.getByLabel('Address').inputValue()).toBe('http://registry.example/hooks');
      await dialog.getByRole('checkbox', { name: 'Badge issued', exact: true }).check();
      await dialog.getByRole('button', { name: 'Add an endpoint' }).click();
      await dialog.getByText('Give an address that begins with https://.').first().waitFor();
      expect(await web.look(page, 'webhooks-add')).toEqual([]);
      await dialog.getByLabel('Address').fill(registry.url);
      await dialog.getByRole('button', { name: 'Add an endpoint' }).click();
      expect(await page.getByLabel('Secret', { exact: true }).inputValue()).toMatch(/^whsec_/);
      await page.getByRole('button', { name: 'Done' }).click();

      await page.getByRole('button', { name: 'Change…' }).click();
      await dialog.getByLabel('What it is for').fill('The registry of the state');
      const path = '/api/v1/webhook-endpoints';
      const [made] = (await olga.browser.get(path)).json<{ items: { id: string; version: number }[] }>().items;
      const theirs = { url: registry.url, description: 'The registry', eventTypes: ['credential.issued'] };
      await olga.browser.put(`${path}/${made?.id ?? ''}`, theirs, { 'if-match': `"v${made?.version ?? 0}"` });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' }).waitFor();
      await dialog.getByText('The registry', { exact: true }).waitFor();
      expect(await dialog.getByLabel('What it is for').inputValue()).toBe('The registry of the state');
      expect(await web.look(page, 'webhooks-conflict')).toEqual([]);
      await dialog.getByRole('button', { name: 'Keep mine' }).click();
      await page.getByText('The registry of the state').waitFor();
      await holds(page, `!Object.keys(localStorage).some((key) => key.includes('webhook.'))`);

      await page.getByRole('button', { name: 'Send a test' }).click();
      await page.getByText('Fails', { exact: true }).waitFor();
      expect(await web.look(page, 'webhooks')).toEqual([]);
      await page.getByRole('link', { name: 'Messages' }).click();
      await heading(/^Messages to http/);
      await page.getByRole('row', { name: /Test .* HTTP 500/ }).waitFor();
      expect(await web.look(page, 'webhooks-messages')).toEqual([]);
      registry.answers(200);
      await page.getByRole('button', { name: /^Look at msg_/ }).click();
      await dialog.getByText('"webhook.test"').waitFor();
      expect(await web.look(page, 'webhooks-message')).toEqual([]);
      await dialog.getByRole('button', { name: 'Send again' }).click();
      await dialog
        .getByRole('row', { name: /HTTP 200/ })
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('row', { name: /Test .* Arrived/ }).waitFor();
    },
    LONG,
  );

  it(
    'sees on the page of its health what was given up and why, and has it tried again',
    async () => {
      await web.world.rows(
        `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts, dead_at, last_error)
         values ($1, $2, 'publish-key-history', '{"version": 0}', 'a test of the health page', 1, now(), now(), 30, now(), 'Error: it was away')`,
        [newId(), web.world.institutionId],
      );
      await tab('Retention').click();
      await page.getByRole('button', { name: 'Save' }).waitFor();
      expect(await web.look(page, 'institution-retention')).toEqual([]);
      await tab('Health').click();
      await heading('Health');
      await page.getByText('Error: it was away').waitFor();
      await page.getByText('Send again what the queue lost').waitFor();
      expect(await web.look(page, 'health')).toEqual([]);
      await page.getByRole('button', { name: 'Try “Publish the history of the keys” again' }).click();
      await page.getByText('Nothing was given up.').waitFor();
    },
    LONG,
  );

  it(
    'awards what was earned before Cairn: looks at the bad row, confirms the good one, and finds its badge',
    async () => {
      await goByTopBar(page, 'Credentials');
      await tab('From before Cairn').click();
      await page.getByText('No list was uploaded').waitFor();
      expect(await web.look(page, 'historic')).toEqual([]);
      const rows: AwardWish[] = [
        { email: 'nadia@example.org', name: 'Nadia Haddad', reference: 'CE-2019-117' },
        { email: 'pia@example.org', name: 'Pia Berg', awarded_on: '28.02.2020' },
      ];
      await page.getByLabel('CSV file').setInputFiles({
        name: 'awards.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(awardsCsv(web.world, rows)),
      });
      await heading('awards.csv');
      await page.getByText('1 row can be awarded, 1 cannot. Nothing has happened yet.').waitFor();
      await page.getByText('Write the day as 2019-06-14.').waitFor();
      expect(await web.look(page, 'historic-import')).toEqual([]);
      await page.getByRole('button', { name: 'Award 1 badge' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Award 1 badge' }).click();
      await page.getByText('1 of 1 done').last().waitFor();
      await page.getByRole('link', { name: 'Valid' }).click();
      await heading(/Nadia Haddad$/);
    },
    LONG,
  );

  it(
    'revokes that badge by mistake, and awards it again',
    async () => {
      await page.getByRole('button', { name: 'Revoke' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('A mix-up.');
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByRole('button', { name: 'Award again' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('It was right.');
      await page.getByRole('dialog').getByRole('button', { name: 'Award again' }).click();
      await page.getByText('It is awarded again.').waitFor();
      await page.getByRole('link', { name: 'The one that the learner had before' }).waitFor();
    },
    LONG,
  );

  it(
    'is told how many badges are signed anew before a key is reported, and sees that they are',
    async () => {
      await goByTopBar(page, 'Institution');
      await tab('Signing keys').click();
      const used = page.locator('section').filter({ hasText: 'Signed badges' }).filter({ hasText: 'In use' });
      await used.getByText('2, of which 1 still in force').waitFor();
      expect(await web.look(page, 'institution-keys')).toEqual([]);
      await used.getByRole('button', { name: 'Report as compromised…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('1 badge is signed anew with another key').waitFor();
      await dialog.getByLabel('Reason').fill('A laptop was stolen.');
      expect(await dialog.getByRole('button', { name: 'Report as compromised…' }).isDisabled()).toBe(true);
      await dialog.getByRole('checkbox').check();
      expect(await web.look(page, 'institution-keys-report')).toEqual([]);
      await dialog.getByRole('button', { name: 'Report as compromised…' }).click();
      await page.getByText('Everything that it signed and that is still in force has been signed anew.').first().waitFor();
    },
    LONG,
  );

  it(
    'finds who qualifies by a looser edition, and awards them with a reason',
    async () => {
      const { amara } = await decided(web.world, NEARLY);
      const next = await publishNext(web.world, web.world.edition, passingWith(4));
      const offeringId = await web.world.offer(next, { title: 'Second run' });
      await page.goto(`/app/offerings/${offeringId}`);
      await page.getByRole('link', { name: 'Who qualifies now' }).click();
      await heading(/^Now qualified: .*, edition 2$/);
      await page.getByRole('checkbox', { name: `Select ${amara.name}` }).check();
      expect(await web.look(page, 'newly-qualified')).toEqual([]);
      await page.getByRole('button', { name: 'Award the 1 selected…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Award the 1 selected…' }).click();
      await dialog.getByRole('link', { name: 'Reason' }).waitFor();
      expect(await web.look(page, 'qualified-refused')).toEqual([]);
      await dialog.getByLabel('Reason').fill('The bar was too high.');
      await dialog.getByRole('button', { name: 'Award the 1 selected…' }).click();
      await heading('Award of 1 person');
      await page.getByText('1 of 1 done').last().waitFor();
      await page.getByRole('row', { name: new RegExp(`${amara.name} Awarded`) }).waitFor();
      expect(await web.look(page, 'requalification')).toEqual([]);
    },
    LONG,
  );

  it(
    'shows the endorsement by another institution, and gives and withdraws one',
    async () => {
      const nils = await web.world.member('Nils', ['office'], web.world.lakesideId);
      const { id: subject } = (await olga.browser.get('/issuers/riverside')).json<{ id: string }>();
      const until = new Date(web.world.clock.now().getTime() + 300 * DAY_MS).toISOString();
      const wish = { subject, comment: 'A good house.', validUntil: until };
      expect((await nils.browser.post('/api/v1/endorsements', wish)).status).toBe(201);
      const arrived = async () =>
        (await olga.browser.get('/api/v1/received-endorsements')).json<{ items: object[] }>().items.length === 1;
      await awaitFact(arrived);
      await page.goto('/app/credentials/endorsements');
      await page.getByText('A good house.').waitFor();
      expect(await web.look(page, 'endorsements-received')).toEqual([]);
      await page.getByRole('button', { name: 'Accept and show' }).click();
      await page.getByRole('button', { name: 'Show no longer…' }).waitFor();
      await page.getByRole('link', { name: 'Given' }).click();
      await page.getByRole('button', { name: 'Endorse somebody' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What is endorsed').fill(subject);
      await dialog.getByLabel('What you vouch for').fill('They teach well.');
      await dialog.getByLabel('Holds until').fill(until.slice(0, 10));
      await dialog.getByRole('button', { name: 'Sign and publish' }).click();
      await dialog.getByText('Nobody endorses themselves').first().waitFor();
      expect(await web.look(page, 'endorsement-refused')).toEqual([]);
      const { id: lakeside } = (await nils.browser.get('/issuers/lakeside')).json<{ id: string }>();
      await dialog.getByLabel('What is endorsed').fill(lakeside);
      await dialog.getByRole('button', { name: 'Sign and publish' }).click();
      await page.getByRole('link', { name: 'Open', exact: true }).waitFor();
      expect(await web.look(page, 'endorsements-given')).toEqual([]);
      await page.getByRole('button', { name: 'Withdraw…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
      await page.getByText('Withdrawn', { exact: true }).waitFor();
    },
    LONG,
  );
});
