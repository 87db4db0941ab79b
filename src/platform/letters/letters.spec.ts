import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LETTERS, type Placeholder, TEMPLATE_NAMES, termsOf } from './catalogue.js';
import { LETTER_LANGUAGES, letterLanguage, letterTimeZone } from './letter-language.js';
import { namesIn, readLetter, readSubject } from './letter-markdown.js';
import { momentIn, Sayings } from './letter-values.js';
import { mailPage } from './mail-page.js';
import { templateFaults } from './template-faults.js';
import { wordsIn } from './words.js';
import { readTemplate } from './read-template.js';
import { writeLetter } from './write-letter.js';
import { LetterDesk } from './letter-desk.js';

const PLAIN = { signature: '', footer: '', choice: null };
const LINK = 'https://cairn.example/x?a=1&b=2';

describe('the language of a letter', () => {
  it('is the reader’s, else their institution’s, else English', () => {
    expect(letterLanguage('de-CH', 'en')).toBe('de');
    expect(letterLanguage('fr', 'de')).toBe('de');
    expect(letterLanguage(null, 'pl')).toBe('en');
  });

  it('goes with the time zone of the reader, or the institution’s where nobody chose one', () => {
    expect(letterTimeZone('Asia/Tokyo', 'Europe/Vienna')).toBe('Asia/Tokyo');
    expect(letterTimeZone('UTC', 'Europe/Vienna')).toBe('Europe/Vienna');
    expect(letterTimeZone(null, 'Europe/Vienna')).toBe('Europe/Vienna');
  });

  it('writes moments out, with their zone', () => {
    const moment = new Date('2026-12-04T13:30:00Z');
    expect(momentIn(moment, 'en', 'Europe/Vienna')).toBe('Friday, 4 December 2026 at 14:30 CET (Europe/Vienna)');
    expect(momentIn(moment, 'de', 'Europe/Vienna')).toBe('Freitag, 4. Dezember 2026 um 14:30 MEZ (Europe/Vienna)');
    expect(momentIn(moment, 'en', 'UTC')).toBe('Friday, 4 December 2026 at 13:30 UTC');
  });
});

describe('Cairn’s own words', () => {
  it.each(LETTER_LANGUAGES)('have no fault in %s, and name nothing that is not there', (language) => {
    const { templates } = wordsIn(language);
    expect(
      TEMPLATE_NAMES.flatMap((name) => templateFaults(name, templates[name]).map(({ detail }) => `${name}: ${detail}`)),
    ).toEqual([]);
  });

  it('say the same in every language: the same placeholders in each letter', () => {
    const held = (language: 'en' | 'de', name: keyof typeof LETTERS) =>
      [...new Set(namesIn(readLetter(wordsIn(language).templates[name].body).flatMap(({ lines }) => lines)))].toSorted();
    for (const name of TEMPLATE_NAMES) expect([name, held('de', name)]).toEqual([name, held('en', name)]);
  });
});

describe('a letter', () => {
  const said = { 'person.name': 'Lea <b>', link: LINK };

  it('is plain text and HTML, from one template', () => {
    const body =
      'Hello {{person.name}},\n\n**one** and *two*\nnext line\n\n- a [site](https://x.example)\n- b\n\n[Open it]({{ link }})';
    const { subject, text, html } = writeLetter(readTemplate({ subject: 'For {{person.name}}', body }, PLAIN), said);
    expect(subject).toBe('For Lea <b>');
    expect(text).toBe(`Hello Lea <b>,\n\none and two\nnext line\n\n- a site (https://x.example)\n- b\n\nOpen it:\n${LINK}\n`);
    expect(html).toBe(
      '<p>Hello Lea &lt;b&gt;,</p>\n<p><strong>one</strong> and <em>two</em><br>next line</p>\n' +
        '<ul><li>a <a href="https://x.example">site</a></li><li>b</li></ul>\n' +
        '<p><a class="button" href="https://cairn.example/x?a=1&amp;b=2">Open it</a></p>',
    );
  });

  it('ends with signature, footer and, where one may do without it, the way to say so', () => {
    const reader = { name: 'Noor', locale: 'de', timeZone: 'Europe/Vienna' };
    const sender = {
      name: 'Riverside',
      language: 'en',
      timeZone: 'UTC',
      own: [{ letter: 'signature' as const, language: 'de' as const, subject: '', body: 'Ihr Team' }],
    };
    const values = { deadline: new Date('2026-12-04T13:30:00Z'), link: LINK, 'microCredential.title': 'Daten' };
    const desk = new LetterDesk(sender);
    const letter = desk.write(reader, 'deadline_near', values);
    expect(letter).toMatchObject({ language: 'de', subject: 'Ihr Projekt ist bald fällig' });
    expect(letter.text).toContain('Freitag, 4. Dezember 2026 um 14:30 MEZ (Europe/Vienna)');
    expect(letter.text).toMatch(/\n\nIhr Team\n\n-- \nGesendet von Cairn, wo Riverside .*\n\nIn Cairn wählen Sie/u);
    expect(desk.write(reader, 'welcome', { link: LINK }).text).not.toContain('In Cairn wählen Sie');
  });

  it('lets no value become markup or another link, whatever somebody is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const values = new Sayings().of(
          { 'person.name': `[x](https://evil.example) **${name}** <a href=x>`, link: LINK },
          'en',
          'UTC',
        );
        const { html } = writeLetter(readTemplate({ subject: '', body: 'Hi {{person.name}}\n\n[Go]({{link}})' }, PLAIN), values);
        expect(html.match(/<[a-z]+/giu)).toEqual(['<p', '<p', '<a']);
      }),
    );
  });

  it('takes addresses in names apart, so that mail programs make no links of them', () => {
    const said2 = new Sayings().of(
      { 'person.name': 'Win at https://evil.example or www.evil.example\r\nBcc: x', link: LINK },
      'en',
      'UTC',
    );
    expect(said2['person.name']).toBe('Win at https:\u2060//evil.example or www\u2060.evil.example Bcc: x');
    expect(said2.link).toBe(LINK);
  });

  it('says one after the other what each stands for, whatever was said before', () => {
    const sayings = new Sayings();
    const noon = new Date('2026-12-04T12:00:00Z');
    const said = (name: string, deadline: Date, language: 'en' | 'de', timeZone: string) =>
      Object.values(sayings.of({ 'person.name': name, deadline }, language, timeZone));
    for (const _ of [1, 2]) {
      expect(said('Lea', noon, 'en', 'UTC')).toEqual(['Lea', momentIn(noon, 'en', 'UTC')]);
      expect(said('www.lea', noon, 'de', 'UTC')).toEqual(['www\u2060.lea', momentIn(noon, 'de', 'UTC')]);
      expect(said('www.lea', new Date(0), 'de', 'UTC')).toEqual(['www\u2060.lea', momentIn(new Date(0), 'de', 'UTC')]);
      expect(said('Lea', noon, 'de', 'Asia/Tokyo')).toEqual(['Lea', momentIn(noon, 'de', 'Asia/Tokyo')]);
    }
  });

  it('never fails on what somebody wrote', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('*', '[', ']', '(', ')', '{', '}', '\\', '-', '#', ' ', '\n', 'a', '<') }),
        (body) => {
          const { html } = writeLetter(readTemplate({ subject: body, body }, PLAIN), {});
          expect(html.replace(/<\/?(p|br|ul|li|h2|strong|em|a|a href="[^"<>]*")>/gu, '')).not.toMatch(/[<>]/u);
        },
      ),
    );
  });

  it('stands in a page of its language, with what is enclosed', () => {
    const page = mailPage({
      language: 'de',
      subject: 'A & B',
      html: '<p>x</p>',
      files: [{ name: 'a.png', words: 'ein <Bild>' }],
    });
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<title>A &amp; B</title>');
    expect(page).toContain('Beigelegt:</p><ul><li>a.png: ein &lt;Bild&gt;</li></ul>');
  });
});

describe('the faults of a template', () => {
  const faults = (subject: string, body: string) => templateFaults('welcome', { subject, body });

  it('are none where all is there', () => {
    expect(faults('Welcome, {{person.name}}', 'Go [there]({{link}}), or write to [us](mailto:office@x.example).')).toEqual([]);
  });

  it('name what is not known, and what is', () => {
    expect(faults('Hi', '{{learner}} {{link}}')).toEqual([
      {
        field: 'body',
        code: 'unknown_placeholder',
        names: ['learner'],
        detail: '{{learner}} stands for nothing here. This letter knows {{person.name}}, {{institution.name}}, {{link}}.',
      },
    ]);
    expect(faults('Your link {{link}}', '{{link}}')).toMatchObject([{ field: 'subject', code: 'unknown_placeholder' }]);
  });

  it('name what is missing', () => {
    expect(faults('', '')).toMatchObject([
      { field: 'subject', code: 'empty' },
      { field: 'body', code: 'empty' },
      { field: 'body', code: 'missing_placeholder' },
    ]);
  });

  it.each([
    'http://x.example',
    'javascript:alert',
    'data:text/html,x',
    'https://riverside.example@evil.example',
    '{{person.name}}',
    '/x',
  ])('refuse a link to %s', (to) => {
    expect(faults('Hi', `[x](${to}) {{link}}`)).toMatchObject([{ field: 'body', code: 'unfit_link' }]);
  });

  it('let a part of every letter be left empty', () => {
    expect(templateFaults('signature', { subject: '', body: '' })).toEqual([]);
  });

  it('know every placeholder of every letter by name', () => {
    for (const name of TEMPLATE_NAMES) {
      const all: readonly Placeholder[] = termsOf(name).holds;
      expect(termsOf(name).needs.every((one) => all.includes(one))).toBe(true);
      expect(namesIn([readSubject(all.map((one) => `{{${one}}}`).join(''))])).toEqual(all);
    }
  });
});
