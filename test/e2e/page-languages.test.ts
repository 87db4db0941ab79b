import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as catalogue from '../../src/modules/catalog/http/pages/words.js';
import * as credentials from '../../src/modules/credentials/http/pages/words.js';
import * as exchange from '../../src/modules/exchange/http/pages/words.js';
import * as people from '../../src/modules/people/http/pages/words.js';
import * as frame from '../../src/platform/http/pages/words.js';
import type { StoredBadge } from '../support/badges.js';
import { okay, talkativeBadge } from '../support/chosen-badges.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const FORM = 'application/x-www-form-urlencoded';
const PUBLIC_URL = 'http://localhost:3000';

interface Visit {
  url: string;
  /** What is sent, when it is a form. */
  form?: Record<string, string>;
  /** Whether Amara is signed in. */
  own?: boolean;
}

describe('Pages in the language of their reader', () => {
  let world: Riverside;
  let amara: Learner;
  let badge: StoredBadge;
  const places: Record<string, string> = {};

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_PUBLIC_URL: PUBLIC_URL });
    ({ amara, badge } = await talkativeBadge(world));
    const api = `/api/v1/credentials/${badge.id}`;
    const link = { label: 'Wasserwerk', expiresAt: new Date(Date.now() + 86_400_000).toISOString() };
    const pathOf = (url: string) => new URL(url).pathname;
    places.shared = pathOf(okay(await amara.browser.post(`${api}/share-links`, link)).json<{ url: string }>().url);
    okay(await amara.browser.put(`${api}/visibility`, { visibility: 'public' }));
    const portfolio = { title: '', introduction: '', showName: true, published: true, credentialIds: [badge.id] };
    const arranged = okay(await amara.browser.put('/api/v1/portfolio', portfolio, { 'if-match': '"v0"' }));
    places.portfolio = pathOf(arranged.json<{ url: string }>().url);
    places.evidence = pathOf((JSON.parse(badge.signed) as { evidence: { id: string }[] }).evidence[0]?.id ?? '');
    const interaction = okay(await amara.browser.post(`${api}/interactions`, {})).json<{ url: string }>();
    places.wallet = pathOf(interaction.url);
    places.one = /href="(\/micro-credentials\/[^"]+)"/.exec((await open({ url: '/' })).body)?.[1] ?? '';
  }, 120_000);
  afterAll(() => world?.close());

  const open = ({ url, form, own = false }: Visit, headers: Record<string, string> = {}) =>
    world.app.inject({
      method: form ? 'POST' : 'GET',
      url,
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        ...(form ? { 'content-type': FORM } : {}),
        ...headers,
        ...(own ? { cookie: `${amara.browser.cookie}; ${headers['cookie'] ?? ''}` } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    });

  const visits: [string, string, () => Visit][] = [
    ['the catalogue', 'Micro-Credentials', () => ({ url: '/' })],
    ['the catalogue, narrowed to nothing', 'In keinem kommt „Quallen“ vor', () => ({ url: '/?q=Quallen' })],
    ['a micro-credential', 'Wie das Projekt bewertet wird', () => ({ url: places.one ?? '' })],
    ['an institution', 'Wie die Badges geprüft werden', () => ({ url: '/issuers/riverside' })],
    ['an institution that is not there', '<h1>Hier ist keine Einrichtung</h1>', () => ({ url: '/issuers/nobody' })],
    ['a credential', '✓ Echt und gültig', () => ({ url: `/credentials/${badge.public_id}` })],
    ['a credential that is not there', '<h1>Hier ist kein Nachweis</h1>', () => ({ url: '/credentials/nothing' })],
    ['a credential that is shared', 'Wie das geprüft wurde', () => ({ url: places.shared ?? '' })],
    ['a link that is over', '<h1>Hier wird nichts geteilt</h1>', () => ({ url: '/shared/nothing' })],
    ['a portfolio', '<h1>Badges von Amara</h1>', () => ({ url: places.portfolio ?? '' })],
    ['evidence', '<h1>Beleg</h1>', () => ({ url: places.evidence ?? '' })],
    ['evidence that is not there', '<h1>Hier ist nichts</h1>', () => ({ url: '/evidence/nothing' })],
    ['the page that checks', '<h1>Ein Badge prüfen</h1>', () => ({ url: '/verify' })],
    ['nothing to check', 'wählen Sie eine Datei', () => ({ url: '/verify', form: { credential: '' } })],
    ['no JSON to check', 'Das ist kein JSON', () => ({ url: '/verify', form: { credential: 'Badge' } })],
    ['what was checked', 'Der Schlüssel gehört ihr.', () => ({ url: '/verify', form: { credential: badge.signed } })],
    [
      'what was changed',
      '✗ Nicht bestätigt',
      () => ({ url: '/verify', form: { credential: badge.signed.replace('Data', 'Dada') } }),
    ],
    ['signing in', '<h1>Anmelden</h1>', () => ({ url: '/sign-in?next=/account' })],
    [
      'signing in as nobody',
      'E-Mail-Adresse und Passwort passen nicht zusammen.',
      () => ({ url: '/sign-in', form: { email: 'nobody@riverside.example', password: 'seven quiet otters' } }),
    ],
    ['a form that lacks something', '<h1>Einige Angaben lassen sich nicht verwenden</h1>', () => ({ url: '/sign-in', form: {} })],
    ['a new password', '<h1>Ein neues Passwort wählen</h1>', () => ({ url: '/password-reset' })],
    [
      'a new password on its way',
      '<h1>Sehen Sie in Ihre Post</h1>',
      () => ({ url: '/password-reset', form: { email: 'nobody@riverside.example' } }),
    ],
    ['a link that cannot be used', 'Dieser Link lässt sich nicht verwenden', () => ({ url: '/sign-in/link/unknown' })],
    ['an invitation that cannot be used', 'Diese Einladung lässt sich nicht verwenden', () => ({ url: '/invitations/unknown' })],
    ['an offer for wallets', 'Lesen Sie diesen Code mit der Wallet ein.', () => ({ url: places.wallet ?? '' })],
    ['an address that is not there', '<h1>Hier ist nichts</h1>', () => ({ url: '/nothing' })],
    ['the account', '<h1>Ihr Konto</h1>', () => ({ url: '/account', own: true })],
    [
      'the account, with a bad password',
      'Nehmen Sie mindestens 8 Zeichen',
      () => ({ url: '/account/password', form: { newPassword: 'short', currentPassword: 'x' }, own: true }),
    ],
    ['one’s badges', '<h1>Ihre Badges</h1>', () => ({ url: '/account/badges', own: true })],
    ['what a badge says', 'Meinen Namen zeigen', () => ({ url: `/account/badges/choices/${amara.enrollmentId}`, own: true })],
    ['whom a badge is shared with', 'Wasserwerk, bis ', () => ({ url: `/account/badges/${badge.id}/sharing`, own: true })],
    [
      'a service that is not known',
      '<h1>Diese Verbindung lässt sich nicht herstellen</h1>',
      () => ({ url: '/oauth/authorize?client_id=x', own: true }),
    ],
    ['what is not for learners', '<h1>Das dürfen Sie nicht</h1>', () => ({ url: '/mailbox', own: true })],
  ];

  it.each(visits)('says all of %s in German', async (_, shows, visit) => {
    const answer = await open(visit(), { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5', cookie: 'cairn-language=de' });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-language']).toBe('de');
    expect(answer.headers['vary']).toMatch(/accept-language, cookie$/);
    expect(answer.body).toContain('<html lang="de" dir="ltr">');
    expect(answer.body).toContain(shows);
    expect(english.filter((text) => answer.body.includes(`>${text}<`))).toEqual([]);
  });

  it.each(visits)('offers %s in another language unless it answers a form, and tells a cache so', async (_, _shows, visit) => {
    const { form, ...rest } = visit();
    if (form) {
      expect((await open({ form, ...rest })).body).not.toContain('class="languages"');
      return;
    }
    const { body, headers } = await open(rest);
    expect([headers['content-language'], headers['set-cookie']]).toEqual(['en', undefined]);
    const address = /<a href="(\?[^"]+)" lang="de" hreflang="de">Deutsch<\/a>/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const german = await open({ ...rest, url: rest.url.split('?')[0] + address });
    expect([german.statusCode, german.headers['content-language']]).toEqual([(await open(rest)).statusCode, 'de']);
    expect([german.headers['set-cookie']].flat()).toContain('cairn-language=de; Path=/; Max-Age=31536000; SameSite=Lax');
    expect(german.headers['cache-control']).toMatch(/^(no-store|no-cache|private, no-cache)$/);
  });

  it('never gives who reads German a body that was kept for English, nor the other way', async () => {
    for (const url of ['/', places.one ?? '']) {
      const english = await open({ url }, { 'accept-language': 'en' });
      const known = { 'if-none-match': String(english.headers['etag']) };
      expect((await open({ url }, { ...known, 'accept-language': 'en' })).statusCode).toBe(304);
      const german = await open({ url }, { ...known, 'accept-language': 'de' });
      expect([german.statusCode, german.headers['content-language']]).toEqual([200, 'de']);
      expect(german.headers['etag']).not.toBe(english.headers['etag']);
    }
  });

  it('name the same page in each language to search engines', async () => {
    const { body } = await open({ url: places.one ?? '' });
    const here = `${PUBLIC_URL}${places.one}`;
    expect(body).toContain(`<link rel="canonical" href="${here}" />`);
    expect(body).toContain(`<link rel="alternate" hreflang="de" href="${here}?lang=de" />`);
    expect(body).toContain(`<link rel="alternate" hreflang="x-default" href="${here}" />`);
    const asked = await open({ url: `${places.one}?lang=de&utm_source=x` });
    expect(asked.body).toContain(`<link rel="canonical" href="${here}?lang=de" />`);
  });

  it('speak the language of who is signed in, and of the institution to who reads no other', async () => {
    expect((await open({ url: '/account', own: true }, { 'accept-language': 'de' })).headers['content-language']).toBe('en');
    okay(await amara.browser.patch('/api/v1/me', { locale: 'de-CH' }));
    expect((await open({ url: '/account', own: true }, { 'accept-language': 'en' })).headers['content-language']).toBe('de');
    await world.rows("update institution set language = 'de' where slug = 'riverside'");
    const french = { 'accept-language': 'fr' };
    expect((await open({ url: '/issuers/riverside' }, french)).headers['content-language']).toBe('de');
    expect((await open({ url: '/sign-in' }, french)).headers['content-language']).toBe('en');
  });
});

/** What only the English pages say: every text that is another one in German. */
const english = [catalogue, credentials, exchange, people, frame].flatMap(({ wordsIn }) => {
  const german = new Set(textsOf(wordsIn('de')));
  return textsOf(wordsIn('en')).filter((text) => text !== '' && !german.has(text));
});

function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}
