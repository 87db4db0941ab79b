import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/browser.js';
import { awardsCsv, IMPORTS } from '../support/historic.js';
import { type Riverside, startRiverside } from '../support/worlds.js';
import { tinyCourse, zipOf } from '../support/zips.js';

interface Told {
  code?: string;
  check?: string;
  detail?: string;
  message?: string;
}

const GERMAN = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' };

describe('What an answer says of files and badges in the language that is asked for', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api', LOG_LEVEL: 'fatal' });
  });
  afterAll(() => world.close());

  /** The same report twice; that it is one report, and that the answers say what they are in. */
  async function inBoth(ask: (headers: Record<string, string>) => Promise<Answer>, told: (answer: Answer) => Told[]) {
    const [english, german] = [await ask({}), await ask(GERMAN)];
    expect([english.status, german.status]).toEqual([200, 200]);
    expect([english, german].map(({ headers }) => headers['content-language'])).toEqual(['en', 'de']);
    expect([english, german].map(({ headers }) => headers['vary'])).toEqual([
      expect.stringContaining('accept-language'),
      expect.stringContaining('accept-language'),
    ]);
    const named = ({ code, check }: Told) => code ?? check;
    expect(told(german).map(named)).toEqual(told(english).map(named));
    return { english: told(english), german: told(german) };
  }

  const rowsOf = (answer: Answer) => answer.json<{ items: { problems: Told[] }[] }>().items.flatMap(({ problems }) => problems);
  const details = (told: Told[]) => told.map(({ detail }) => detail);

  it('says what is wrong with the rows of a file of people', async () => {
    const { personId: member } = await world.member('Sven', ['learner']);
    await world.rows(`update membership set suspended_at = now() where person_id = $1`, [member]);
    const [suspended] = await world.rows<{ email: string }>('select email from person where id = $1', [member]);
    const full = await world.offer(world.edition.id, { seats: 1 });
    await world.enroll(await world.member('Mia', ['learner']), full);
    const lines = [
      'email,name,offering',
      `not an address,,${world.offeringId}`,
      `two@example.org,Two,${world.offeringId}`,
      `two@example.org,Two,${world.offeringId}`,
      `${suspended?.email},Sven,${world.offeringId}`,
      `late@example.org,Late,${full}`,
      `lost@example.org,Lost,nowhere`,
      'short@example.org',
    ];
    const uploaded = await world.olga.browser.upload('/api/v1/enrollment-imports', 'people.csv', lines.join('\n'));
    const { id } = uploaded.json<{ id: string }>();
    const ask = (headers: Record<string, string>) =>
      world.olga.browser.get(`/api/v1/enrollment-imports/${id}/rows?limit=100`, headers);
    const { english, german } = await inBoth(ask, rowsOf);
    expect(details(english)).toContain('Leave it out: line 3 is of the same place.');
    expect(details(german)).toEqual([
      'Schreiben Sie eine Adresse wie lea@example.org.',
      'Schreiben Sie einen Namen von höchstens 200 Zeichen in eine Zeile.',
      'Lassen Sie sie weg: Zeile 3 ist vom selben Platz.',
      'Das Mitglied ist gesperrt: Lassen Sie es zuerst wieder zu, oder lassen Sie die Zeile weg.',
      'Der einzige Platz ist vergeben.',
      'Schreiben Sie den Titel einer Durchführung, wie er in Cairn steht, oder ihre ID.',
      'Die Zeile hat mehr oder weniger Zellen als die erste. Setzen Sie eine Zelle, die ein Trennzeichen enthält, in Anführungszeichen.',
    ]);
    // What sentences are made of stays inside.
    expect((await ask(GERMAN)).text).not.toContain('params');
  });

  it('says what is wrong with the rows of a file of earlier awards', async () => {
    const email = 'lea@example.org';
    const name = 'Lea Lindqvist';
    const csv = awardsCsv(world, [
      { email, name },
      { email, name },
      { email: 'noor@example.org', name: 'Noor', awarded_on: '2199-01-01', show: 'result' },
      { email: 'ada@example.org', name: 'Ada', edition: 'nothing/1', evidence_url: 'ftp://example.org' },
    ]);
    const { id } = (await world.olga.browser.upload(IMPORTS, 'awards.csv', csv)).json<{ id: string }>();
    const ask = (headers: Record<string, string>) => world.olga.browser.get(`${IMPORTS}/${id}/rows?limit=100`, headers);
    const { english, german } = await inBoth(ask, rowsOf);
    expect(details(english)).toContain('Leave it out: line 2 is of the same award.');
    expect(details(german)).toEqual([
      'Lassen Sie sie weg: Zeile 2 ist vom selben Nachweis.',
      'Schreiben Sie den Tag, an dem es verliehen wurde.',
      'In der Zeile steht nichts für: result.',
      expect.stringContaining('Schreiben Sie die ID einer veröffentlichten Ausgabe'),
      'Schreiben Sie eine Adresse, die mit https:// beginnt.',
    ]);
  });

  it('says what was found in a package of course material, and why one is no package', async () => {
    const faulty = {
      ...tinyCourse(),
      'charts/config.yaml': 'title: Honest charts\nepisodes:\n- 01-axes.md\n- 02-colours.md\n- 03-axes.quiz.yaml\n',
      'charts/episodes/03-axes.quiz.yaml': 'title: ""\ncolour: red\n',
    };
    const send = async (bytes: Buffer) =>
      (await world.ines.browser.upload('/api/v1/imports', 'courses.zip', bytes)).json<{ id: string }>().id;
    const zip = await zipOf(faulty);
    const reports = [await send(zip), await send(zip.subarray(0, zip.length / 2))];
    const told = (answer: Answer) => {
      const { lines, archive } = answer.json<{ lines: Told[]; archive: Told[] }>();
      return [...lines, ...archive];
    };
    const [found, refused] = await Promise.all(
      reports.map((id) => inBoth((headers) => world.ines.browser.get(`/api/v1/imports/${id}`, headers), told)),
    );
    expect(details(found?.english ?? [])).toContain('"title" must not be empty');
    expect(details(found?.german ?? [])).toContain('„title“ darf nicht leer sein');
    expect(details(found?.german ?? [])).toContainEqual(expect.stringMatching(/^„colour“; hier bekannt: .*title/));
    expect(details(refused?.german ?? [])).toEqual(['Das ist kein Zip-Archiv, oder ein beschädigtes.']);
    expect((await world.ines.browser.get(`/api/v1/imports/${reports[0]}`, GERMAN)).text).not.toContain('remark');
  });

  it('says what the checks of a badge found, and what to do about it', async () => {
    const badge = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: 'did:key:z6Mk',
    };
    const { english, german } = await inBoth(
      (headers) => world.olga.browser.post('/verify', badge, headers),
      (answer) => answer.json<{ checks: Told[] }>().checks,
    );
    const messages = (all: Told[]) => all.map(({ message }) => message);
    expect(messages(english)).toContain('Not checked, because something else has to be right first.');
    expect(messages(german)).toContain('Nicht geprüft, weil zuerst etwas anderes stimmen muss.');
    expect(messages(german).filter((message) => messages(english).includes(message))).toEqual([]);
  });
});
