import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { de as sharedFieldWords } from '../../src/platform/http/field-words.de.js';
import { type FieldError, problemCatalogue, type ProblemWords } from '../../src/platform/http/problem.js';
import { refusalIn } from '../../src/platform/http/refusals.js';
import { projectFile } from '../../src/platform/project-file.js';
import '../../src/roles/api.js';
import '../../src/roles/worker.js';
import '../../src/roles/scheduler.js';

/** What protocols ask programs to hear: their clients know it by the code, and show it to nobody. */
const FOR_PROGRAMS = [
  'exchange.backpack_full',
  'exchange.malformed',
  'exchange.not_issuable',
  'exchange.not_verified',
  'exchange.unsupported_option',
  'lti.notice_not_believed',
  'lti.notice_not_provable',
  'oauth.insufficient_scope',
  'oauth.invalid_client',
  'oauth.invalid_client_metadata',
  'oauth.invalid_grant',
  'oauth.invalid_redirect_uri',
  'oauth.invalid_request',
  'oauth.invalid_token',
  'oauth.unsupported_grant_type',
  'oid.credential_request_denied',
  'oid.invalid_credential_request',
  'oid.invalid_nonce',
  'oid.invalid_notification_id',
  'oid.invalid_notification_request',
  'oid.invalid_proof',
  'oid.unknown_credential_configuration',
];

const catalogue = problemCatalogue();
const told = catalogue.flatMap((type) => (type.words ? [{ ...type, words: type.words }] : []));

/** What a text says where nothing was known of what it names. */
const HOLE = /undefined|NaN|\[object|\{\w+\}(?!\})/;

const english = new Set(catalogue.map(({ title }) => title));

function textsOf({ detail, at = {} }: ProblemWords): string[] {
  const wrong = (key: string): FieldError => ({ field: 'name', code: key.split('.').at(-1) ?? key, detail: 'It is unfit.' });
  return [
    typeof detail === 'function' ? detail({ errors: [wrong('unfit')] }) : detail,
    ...Object.entries(at).map(([key, says]) => (typeof says === 'function' ? says(wrong(key)) : says)),
  ].filter((text) => text !== undefined);
}

describe('what problems are called in German', () => {
  it('is said of every one that people can meet', () => {
    expect(catalogue.filter(({ words }) => words === null).map(({ code }) => code)).toEqual(FOR_PROGRAMS);
  });

  it.each(told)('is a title of its own: $code', ({ words }) => {
    expect(words.de.title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(english).not.toContain(words.de.title);
  });

  it.each(told)('are whole sentences, whatever is known of what is wrong: $code', ({ words }) => {
    for (const text of textsOf(words.de)) {
      expect(text).toMatch(/^(\p{Lu}|\p{N}|„|\{\{).*[.?]$/u);
      expect(text).not.toMatch(HOLE);
    }
  });

  it('says what to do wherever the English does', () => {
    const silent = new Set(told.filter(({ words }) => words.de.detail === undefined).map(({ code }) => code));
    expect(saidInEnglish().filter((code) => silent.has(code))).toEqual([]);
  });

  it('is for no code that there is not', () => {
    const written = wordFiles().flatMap((text) =>
      [...text.matchAll(/^ {2}'([a-z_]+\.[a-z_]+)': \{/gm)].map(([, code]) => code ?? ''),
    );
    expect(written.toSorted()).toEqual(told.map(({ code }) => code).toSorted());
  });

  it('leaves no English sentence of a field', () => {
    const errors = ['minLength', 'maxLength', 'isString', 'unknown', 'never_heard_of'].map((code) => ({
      field: 'courses[2].title',
      code,
      detail: 'title must be shorter than or equal to 1200 characters',
    }));
    const [invalid] = told.filter(({ code }) => code === 'request.invalid_fields');
    if (!invalid) throw new Error('There is no such problem');
    expect(refusalIn('de', invalid, { errors }).errors).toEqual([
      { ...errors[0], detail: 'Es braucht mindestens 1.200 Zeichen.' },
      { ...errors[1], detail: 'Hier ist Platz für 1.200 Zeichen.' },
      { ...errors[2], detail: sharedFieldWords.other },
      { ...errors[3], detail: sharedFieldWords.unknown },
      { ...errors[4], detail: sharedFieldWords.other },
    ]);
    expect(refusalIn('en', invalid, { errors }).errors).toEqual(errors);
  });

  it('keeps codes, fields, facts and what they name', () => {
    const [type] = told.filter(({ code }) => code === 'enrollment.refused');
    if (!type) throw new Error('There is no such problem');
    const facts = { reason: { key: 'enrollment_closed', closedAt: new Date('2026-03-01T09:30:00Z') } };
    expect(refusalIn('de', type, { detail: 'Enrolment closed on 2026-03-01T09:30:00.000Z.', facts })).toEqual({
      title: 'Die Anmeldung ist nicht möglich',
      detail: 'Die Anmeldung endete am 01.03.2026, 09:30 UTC.',
      facts,
      language: 'de',
    });
  });
});

const sources = readdirSync(projectFile('src/'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(new URL(path, projectFile('src/')), 'utf8') }));

function wordFiles(): string[] {
  return sources.filter(({ path }) => path.endsWith('problems.de.ts')).map(({ text }) => text);
}

/** The codes of problems that are thrown with a detail somewhere. Their names are looked up in the file that defines them. */
function saidInEnglish(): string[] {
  const codes = sources
    .filter(({ path }) => path.endsWith('problems.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/export const (\w+) = define\w+\(\s*'([^']+)'/g)].map(([, name, code]) => ({
        name: name ?? '',
        code: code ?? '',
        room: path.slice(0, path.lastIndexOf('/')),
      })),
    );
  const thrown = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/new Problem\(\s*(\w+),\s*\{\s*detail\b/g)].map(([, name]) => ({ path, name })),
  );
  return codes
    .filter(({ name, room }) =>
      thrown.some((one) => one.name === name && (one.path.startsWith(room) || room.startsWith('platform'))),
    )
    .map(({ code }) => code);
}
