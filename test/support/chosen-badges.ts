import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { awaitBadge, type StoredBadge } from './badges.js';
import type { Answer } from './browser.js';
import { type MarkBody, PASS } from './riverside-edition.js';
import { type Learner, makeAdministrator, type Riverside } from './worlds.js';

export const REPORT = Buffer.from('Visits fell because the bus stopped running.\n');
const REPORT_FILE = { name: 'report.txt', bytes: REPORT };
export const LINK = 'https://work.example/amara/brief';

export const LEAST = {
  showName: false,
  showResults: false,
  identity: 'pairwise',
  did: null,
  evidenceLinks: [],
  evidenceFileIds: [],
};

/** Hands in a text, a link and a file. Answers the attempt and the file. */
export async function handInAll(
  { browser, path }: Learner,
  links: readonly string[] = [LINK],
  file: { name: string; bytes: Buffer } = REPORT_FILE,
): Promise<{ attemptId: string; fileId: string }> {
  const { id: fileId } = okay(await browser.upload(`${path}/submission-files`, file.name, file.bytes)).json<{ id: string }>();
  const { draft } = okay(await browser.get(`${path}/project`)).json<{ draft: { version: number } }>();
  const work = { text: 'See the report.', links, fileIds: [fileId] };
  okay(await browser.put(`${path}/submission-draft`, work, { 'if-match': `"v${draft.version}"` }));
  const attempt = okay(await browser.post(`${path}/attempts`, { draftVersion: draft.version + 1 }));
  return { attemptId: attempt.json<{ id: string }>().id, fileId };
}

export async function choose(learner: Learner, version: number, choices: object): Promise<Answer> {
  return learner.browser.put(`${learner.path}/credential-choices`, { ...LEAST, ...choices }, { 'if-match': `"v${version}"` });
}

/** Passes the attempt and waits for the badge. */
export async function passedWith(
  world: Riverside,
  learner: Learner,
  attemptId: string,
  mark: MarkBody = PASS,
): Promise<StoredBadge> {
  okay(await world.assess(world.ada, attemptId, mark));
  return awaitBadge(world, learner);
}

/** A badge of Amara's that says all that it can. */
export async function talkativeBadge(world: Riverside): Promise<{ amara: Learner; badge: StoredBadge; fileId: string }> {
  const amara = await world.ready('Amara');
  const { attemptId, fileId } = await handInAll(amara);
  const all = { showName: true, showResults: true, evidenceLinks: [LINK], evidenceFileIds: [fileId] };
  okay(await choose(amara, 0, all));
  return { amara, badge: await passedWith(world, amara, attemptId), fileId };
}

/** What the libraries of Digital Bazaar say of a credential, with all that it names fetched over HTTP. */
export async function askIndependently(world: Riverside, credential: object | string) {
  const { issuer, credentialStatus } = (typeof credential === 'string' ? JSON.parse(credential) : credential) as {
    issuer: { id: string };
    credentialStatus: { statusListCredential: string };
  };
  const document = async (path: string) =>
    (await world.app.inject({ method: 'GET', url: path, headers: { accept: 'application/json' } })).json<object>();
  return verifyIndependently(credential, {
    didDocument: await document(`/issuers/${issuer.id.split(':').at(-1)}/did.json`),
    statusListCredential: await document(new URL(credentialStatus.statusListCredential).pathname),
  });
}

/** Riverside describes itself whole, as its administrator would. */
export async function describeRiverside(world: Riverside): Promise<void> {
  const mina = await world.member('Mina', []);
  await makeAdministrator(world, mina);
  const { version } = (await mina.browser.get('/api/v1/institution')).json<{ version: number }>();
  okay(
    await mina.browser.patch(
      '/api/v1/institution',
      {
        countryCode: 'AT',
        region: 'Tyrol',
        imageUrl: 'https://riverside.example/seal.png',
        identifiers: [{ identifier: 'https://ror.org/00example0', identifierType: 'ext:ROR' }],
        parentOrganization: { name: 'State of Tyrol Universities', url: 'https://tyrol.example' },
        accreditation: [{ body: 'AQ Austria', statement: 'Accredited until 2030.', url: 'https://aq.example/riverside' }],
      },
      { 'if-match': `"v${version}"` },
    ),
  );
}

export function okay(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}
