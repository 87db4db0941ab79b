import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { CompactSign } from 'jose';
import type { JsonObject } from '../../src/modules/credentials/domain/json.js';
import { multibaseIndependently } from '../../demo/independent-verifier.mjs';
import { awaitBadge, badgeOf, badgesOf, passed } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import {
  askIndependently,
  choose,
  describeRiverside,
  handInAll,
  LEAST,
  LINK,
  okay,
  passedWith,
  REPORT,
  talkativeBadge,
} from '../support/chosen-badges.js';
import { changedLeaf, leafPaths, mutate } from '../support/json-mutations.js';
import { RETURN } from '../support/riverside-edition.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

interface Signed extends JsonObject {
  id: string;
  credentialSubject: JsonObject & { id: string; achievement: JsonObject & { id: string } };
}

describe('What a badge says of its learner', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    await describeRiverside(world);
  });
  afterAll(() => world.close());

  const signedOf = (text: string) => JSON.parse(text) as Signed;

  describe('is chosen', () => {
    it('by the learner alone: to everybody else there is nothing to choose', async () => {
      const amara = await world.ready('Amara');
      const jonas = await world.ready('Jonas');
      const path = `${amara.path}/credential-choices`;
      expect((await amara.browser.get(path)).json()).toEqual({
        enrollmentId: amara.enrollmentId,
        ...LEAST,
        countsFor: 'this-badge',
        chosenAt: null,
        version: 0,
      });
      for (const other of [jonas, world.olga, world.ada]) {
        expect((await other.browser.get(path)).status).toBe(404);
        expect((await other.browser.put(path, { ...LEAST, showName: true }, { 'if-match': '"v0"' })).status).toBe(404);
        expect((await other.browser.get(`${amara.path}/did-challenge`)).status).toBe(404);
      }
      expect((await anybody.get(path)).status).toBe(401);
    });

    it('on what was last seen, and each choice is kept', async () => {
      const amara = await world.ready('Amara');
      expect((await amara.browser.put(`${amara.path}/credential-choices`, LEAST)).status).toBe(428);
      const saved = await choose(amara, 0, { showName: true });
      expect(saved).toMatchObject({ status: 200, headers: { etag: '"v1"' } });
      expect((await choose(amara, 0, { showName: false })).json()).toMatchObject({ status: 412 });
      okay(await choose(amara, 1, { showResults: true }));
      const rows = await world.rows<{ choices: object }>(
        'select choices from credential_choice where enrollment_id = $1 order by version',
        [amara.enrollmentId],
      );
      expect(rows).toMatchObject([{ choices: { showName: true } }, { choices: { showName: false, showResults: true } }]);
      await expect(world.rows(`update credential_choice set choices = '{}'`)).rejects.toThrow(/append-only|permission denied/);
    });

    it('of two who save at the same moment, one hears of the other', async () => {
      const amara = await world.ready('Amara');
      const answers = await Promise.all([choose(amara, 0, { showName: true }), choose(amara, 0, { showResults: true })]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    });

    it('from one’s own work and nobody else’s, and from nothing that is not known', async () => {
      const amara = await world.ready('Amara');
      const jonas = await world.ready('Jonas');
      const { fileId } = await handInAll(jonas);
      const wrong = await choose(amara, 0, { evidenceFileIds: [fileId], evidenceLinks: ['https://elsewhere.example'] });
      expect(wrong.json()).toMatchObject({
        status: 422,
        code: 'credentials.unfit_choices',
        errors: [
          { field: 'evidenceLinks[0]', code: 'not_in_your_work' },
          { field: 'evidenceFileIds[0]', code: 'not_in_your_work' },
        ],
      });
      for (const body of [{ showName: 'yes' }, { identity: 'passport' }, { did: 'did:example:1' }, { nickname: 'A' }]) {
        expect((await choose(amara, 0, body)).status).toBe(400);
      }
    });
  });

  describe('when all was chosen', () => {
    let amara: Learner;
    let fileId: string;
    let text: string;
    let signed: Signed;
    beforeAll(async () => {
      const terms = {
        validityMonths: 24,
        renewable: true,
        supervision: 'supervised-online',
        qualityAssuranceUrl: 'https://riverside.example/quality',
        stackability: 'One of three towards the certificate.',
      };
      const edition = await world.publish({
        title: 'Charts that hold',
        awardTerms: terms,
        prerequisites: 'Can use a spreadsheet.',
        workload: { hours: 25, ects: 1, ceu: 2.5 },
      });
      const offeringId = await world.offer(edition.id);
      const learner = await world.ready('Amara', offeringId, edition);
      amara = learner;
      const handed = await handInAll(learner);
      fileId = handed.fileId;
      const all = { showName: true, showResults: true, evidenceLinks: [LINK], evidenceFileIds: [fileId] };
      okay(await choose(learner, 0, all));
      text = (await passedWith(world, learner, handed.attemptId)).signed;
      signed = signedOf(text);
    });

    it('has the name, the level for each criterion, and the evidence with its digest', async () => {
      const achievement = signed.credentialSubject.achievement.id;
      expect(signed.credentialSubject).toMatchObject({
        identifier: [{ type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Amara' }],
        creditsEarned: 1,
        result: [
          { resultDescription: `${achievement}#criterion-claim`, achievedLevel: `${achievement}#criterion-claim/level-fully` },
          { resultDescription: `${achievement}#criterion-evidence`, value: '4' },
          { resultDescription: `${achievement}#score`, value: '8' },
          { resultDescription: `${achievement}#status`, status: 'Completed' },
        ],
      });
      expect(signed.evidence).toMatchObject([
        { name: 'work.example' },
        { name: 'report.txt', digestSRI: `sha256-${createHash('sha256').update(REPORT).digest('base64')}` },
      ]);
      expect(text).not.toContain(amara.email);
      expect(text).not.toContain(LINK);
    });

    it('has the rubric from low to high, the level, the credits and whoever vouches for the quality', () => {
      expect(signed.credentialSubject.achievement).toMatchObject({
        type: ['Achievement', 'EuMicrocredentialAchievement'],
        achievementType: 'MicroCredential',
        version: '1',
        inLanguage: 'en',
        resultDescription: [
          {
            name: 'claim',
            requiredLevel: expect.stringMatching(/#criterion-claim\/level-partly$/),
            rubricCriterionLevel: [
              { name: 'not', level: '1', points: '0' },
              { name: 'partly', level: '2', points: '2' },
              { name: 'fully', level: '3', points: '4' },
            ],
          },
          { name: 'evidence' },
          { resultType: 'RawScore', valueMin: '0', valueMax: '8', requiredValue: '6' },
          { resultType: 'Status' },
        ],
        alignment: [
          { targetType: 'ext:EQF', targetCode: '5', targetUrl: 'http://data.europa.eu/snb/eqf/5' },
          { targetType: 'ext:QualityAssurance', targetUrl: 'https://riverside.example/quality' },
          { targetType: 'ext:QualityAssurance', targetName: 'AQ Austria', targetDescription: 'Accredited until 2030.' },
        ],
        workloadHours: 25,
        ects: 1,
        ceu: 2.5,
        project: 'One-page brief',
        participationType: 'online',
        supervisionType: 'supervised online',
        entryRequirement: 'Can use a spreadsheet.',
      });
      expect(signed.issuer).toMatchObject({
        address: { type: ['Address'], addressCountryCode: 'AT', addressRegion: 'Tyrol' },
        image: { id: 'https://riverside.example/seal.png' },
        otherIdentifier: [{ identifierType: 'ext:ROR' }],
        parentOrg: { id: 'https://tyrol.example', name: 'State of Tyrol Universities' },
      });
    });

    it('runs out two years after it was earned, and says where its newest form is', async () => {
      const { awardedDate: awarded, validUntil: until } = signed as unknown as { awardedDate: string; validUntil: string };
      expect(Number(until.slice(0, 4)) - Number(awarded.slice(0, 4))).toBe(2);
      expect(until.slice(4)).toBe(awarded.slice(4));
      const { id } = signed.refreshService as { id: string };
      expect((await anybody.get(new URL(id).pathname)).text).toBe(text);
    });

    it('names a form for its European elements that it fits, and would not fit without one of them', async () => {
      const { id } = (signed.credentialSchema as { id: string }[])[1] ?? { id: '' };
      const schema = await anybody.get(new URL(id).pathname);
      expect(schema.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'content-type': 'application/schema+json; charset=utf-8',
      });
      const ajv = new Ajv2019({ strict: false });
      addFormats.default(ajv);
      const fits = ajv.compile(schema.json());
      expect([fits(signed), fits.errors]).toEqual([true, null]);
      const paths = [
        ...[
          'learningOutcome',
          'workloadHours',
          'project',
          'assessmentType',
          'participationType',
          'qualityAssurance',
          'name',
          'criteria',
        ].map((name) => ['credentialSubject', 'achievement', name]),
        ['awardedDate'],
        ['issuer', 'address'],
        ['issuer', 'name'],
      ];
      for (const path of paths) expect([path, fits(mutate(signed, path, () => undefined))]).toEqual([path, false]);
    });

    it('uses words that are served to every origin, the same bytes for good', async () => {
      const own = (signed['@context'] as string[])[3] ?? '';
      const context = await anybody.get(new URL(own).pathname);
      expect(context.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      // Written down by hand: badges that are out there rest on these bytes. Another vocabulary is a version 3.
      const first = await anybody.get('/contexts/microcredential-v1.json');
      const digests = [first, context].map(({ text: words }) => createHash('sha256').update(words).digest('hex'));
      expect([new URL(own).pathname, ...digests]).toEqual(['/contexts/microcredential-v2.json', ...CONTEXT_SHA256]);
    });

    it('verifies with libraries that share nothing with Cairn, and with any word changed it does not, there and here', async () => {
      expect(await askIndependently(world, text)).toEqual({ verified: true });
      const ours = async (body: object) => (await anybody.post('/verify', body)).json<{ verified: boolean }>().verified;
      expect(await ours(signed)).toBe(true);
      for (const path of leafPaths(signed)) {
        const changed = mutate(signed, path, changedLeaf) as JsonObject;
        const theirs = (await askIndependently(world, changed).catch(() => ({ verified: false }))).verified;
        expect({ path, theirs, ours: await ours(changed) }).toEqual({ path, theirs: false, ours: false });
      }
    }, 240_000);

    it('does not verify with a word added, or with a context swapped, taken away or moved', async () => {
      const contexts = signed['@context'] as string[];
      const { achievement } = signed.credentialSubject;
      const forged: JsonObject[] = [
        { ...signed, credentialSubject: { ...signed.credentialSubject, achievement: { ...achievement, ects: 30 } } },
        { ...signed, credentialSubject: { ...signed.credentialSubject, achievement: { ...achievement, ceu: 25 } } },
        { ...signed, credentialSubject: { ...signed.credentialSubject, licenseNumber: '7' } },
        { ...signed, honours: 'first class' },
        { ...signed, '@context': contexts.slice(0, 3) },
        { ...signed, '@context': [...contexts.slice(0, 3), 'https://evil.example/contexts/microcredential-v3.json'] },
        { ...signed, '@context': [...contexts.slice(0, 3), 'https://cairn.example/contexts/microcredential-v1.json'] },
        { ...signed, '@context': [contexts[0] ?? '', contexts[3] ?? '', contexts[1] ?? '', contexts[2] ?? ''] },
        { ...signed, '@context': [...contexts, { ects: 'urn:else' }] },
      ];
      for (const document of forged) {
        const answer = await anybody.post('/verify', document);
        expect([answer.status, answer.json<{ verified: boolean }>().verified]).toEqual([200, false]);
      }
    });

    it('shows the evidence to anybody until the learner withdraws it, and stays genuine then', async () => {
      const [link, file] = (signed.evidence as { id: string }[]).map(({ id }) => new URL(id).pathname);
      const page = await anybody.get(link ?? '');
      expect([page.status, page.text.includes(LINK)]).toEqual([200, true]);
      expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
      expect((await anybody.get(file ?? '')).text).toBe(REPORT.toString());

      const { id } = (await badgeOf(world, amara)) as { id: string };
      const listed = (await amara.browser.get(`/api/v1/credentials/${id}/evidence`)).json<{
        items: { id: string; url: string }[];
      }>();
      for (const one of listed.items) {
        const withdrawal = `/api/v1/credentials/${id}/evidence/${one.id}/withdrawal`;
        expect((await world.olga.browser.post(withdrawal)).status).toBe(404);
        expect((await amara.browser.post(withdrawal)).status).toBe(204);
        expect((await amara.browser.post(withdrawal)).status).toBe(404);
      }
      for (const path of [link, file]) expect((await anybody.get(path ?? '')).status).toBe(404);
      expect(await askIndependently(world, text)).toEqual({ verified: true });
    });

    it('tells that what is chosen now counts for the next form, which is there at once, and leaves what was signed as it is', async () => {
      const answer = await choose(amara, 1, { showName: false });
      expect(answer.json()).toMatchObject({ countsFor: 'next-form', version: 2 });
      expect((await badgesOf(world, amara)).map(({ state, signed: bytes }) => [state, bytes === text])).toEqual([
        ['superseded', true],
        ['issued', false],
      ]);
    });
  });

  it('when nothing was chosen is nothing, and the badge of the same edition is otherwise the same', async () => {
    const jonas = await passed(world, await world.ready('Jonas'));
    const { badge } = await talkativeBadge(world);
    const { credentialSubject, ...rest } = signedOf((await awaitBadge(world, jonas)).signed);
    expect(Object.keys(credentialSubject).toSorted()).toEqual(['achievement', 'activityEndDate', 'creditsEarned', 'id', 'type']);
    expect(rest).not.toHaveProperty('evidence');
    expect(credentialSubject.achievement).toEqual(signedOf(badge.signed).credentialSubject.achievement);
  });

  it('of an earlier attempt is not evidence of the one that passed', async () => {
    const amara = await world.ready('Amara');
    const first = await handInAll(amara, ['https://work.example/first']);
    okay(await choose(amara, 0, { evidenceLinks: ['https://work.example/first'], evidenceFileIds: [first.fileId] }));
    okay(await world.assess(world.ada, first.attemptId, RETURN));
    const second = await handInAll(amara, ['https://work.example/second']);
    expect(signedOf((await passedWith(world, amara, second.attemptId)).signed)).not.toHaveProperty('evidence');
  });

  it('as a hash of the e-mail address can be checked by whoever knows the address', async () => {
    const amara = await world.ready('Amara');
    okay(await choose(amara, 0, { identity: 'email-hash' }));
    const { attemptId } = await handInAll(amara);
    const { signed } = await passedWith(world, amara, attemptId);
    const [identity] = signedOf(signed).credentialSubject.identifier as { identityHash: string; salt: string; hashed: boolean }[];
    const expected = createHash('sha256').update(`${amara.email}${identity?.salt}`).digest('hex');
    expect(signedOf(signed).credentialSubject).not.toHaveProperty('result');
    expect(signedOf(signed).credentialSubject.identifier).toHaveLength(1);
    expect(identity).toMatchObject({ hashed: true, identityHash: `sha256$${expected}` });
    expect(signed).not.toContain(amara.email);
    expect(await askIndependently(world, signed)).toEqual({ verified: true });
  });

  it('names the edition before, once there is one', async () => {
    const path = `/api/v1/micro-credentials/${world.edition.microCredentialId}`;
    const { version } = (await world.ines.browser.get(path)).json<{ version: number }>();
    const published = okay(
      await world.ines.browser.post(`${path}/editions`, { changeNote: 'Again' }, { 'if-match': `"v${version}"` }),
    );
    const edition = { ...world.edition, id: published.json<{ id: string }>().id };
    const jonas = await passed(world, await world.ready('Jonas', await world.offer(edition.id), edition));
    const { achievement } = signedOf((await awaitBadge(world, jonas)).signed).credentialSubject;
    expect(achievement.version).toBe('2');
    expect(achievement.related).toEqual([
      { id: expect.stringContaining(`/achievements/${world.edition.id}`), type: ['Related'], version: '1' },
    ]);
  });

  describe('by a DID of the learner’s own', () => {
    let amara: Learner;
    let privateKey: KeyObject;
    let did: string;
    let kid: string;
    beforeAll(async () => {
      amara = await world.ready('Amara');
      ({ privateKey, did, kid } = await newDidKey());
    });

    const challengeOf = async ({ browser, path }: Learner) =>
      okay(await browser.get(`${path}/did-challenge`)).json<{ challenge: string; audience: string }>();
    const sign = (key: KeyObject, header: object, payload: object) =>
      new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA', ...header }).sign(key);

    it('is refused without a proof, and with one by another key, for another site, place or time', async () => {
      const jonas = await world.ready('Jonas');
      const stranger = await newDidKey();
      const { challenge, audience } = await challengeOf(amara);
      const jonasChallenge = (await challengeOf(jonas)).challenge;
      const good = { aud: audience, nonce: challenge };
      const proofs: [string, string][] = [
        ['proof_malformed', await sign(stranger.privateKey, { kid: stranger.kid }, good)],
        ['signature_wrong', await sign(stranger.privateKey, { kid }, good)],
        ['wrong_audience', await sign(privateKey, { kid }, { ...good, aud: 'https://phishing.example' })],
        ['wrong_challenge', await sign(privateKey, { kid }, { ...good, nonce: jonasChallenge })],
        ['wrong_challenge', await sign(privateKey, { kid }, { ...good, nonce: '9999999999.AAAA' })],
        ['wrong_challenge', 'not.a.jws'],
        ['key_unknown', await sign(privateKey, { kid: `${did}#other` }, good)],
      ];
      for (const [code, didProof] of proofs) {
        const answer = await choose(amara, 0, { identity: 'did', did, didProof });
        expect([answer.status, answer.json<{ errors: { code: string }[] }>().errors[0]?.code]).toEqual([422, code]);
      }
      expect((await choose(amara, 0, { identity: 'did', did })).json()).toMatchObject({ code: 'credentials.did_unproven' });
      expect((await choose(amara, 0, { identity: 'did' })).json()).toMatchObject({ code: 'credentials.did_unproven' });
    });

    it('once proven names the learner, and need not be proven with the next choice', async () => {
      const { challenge, audience } = await challengeOf(amara);
      const didProof = await sign(privateKey, { kid }, { aud: audience, nonce: challenge });
      okay(await choose(amara, 0, { identity: 'did', did, didProof }));
      okay(await choose(amara, 1, { identity: 'did', did, showName: true }));
      const other = await newDidKey();
      expect((await choose(amara, 2, { identity: 'did', did: other.did })).status).toBe(422);
      const { attemptId } = await handInAll(amara);
      const { signed } = await passedWith(world, amara, attemptId);
      expect(signedOf(signed).credentialSubject.id).toBe(did);
      expect(await askIndependently(world, signed)).toEqual({ verified: true });
    });

    it('is refused once the challenge is too old', async () => {
      const late = await world.ready('Late');
      const { challenge, audience } = await challengeOf(late);
      const didProof = await sign(privateKey, { kid }, { aud: audience, nonce: challenge });
      world.clock.advance(16 * 60 * 1_000);
      expect((await choose(late, 0, { identity: 'did', did, didProof })).json()).toMatchObject({
        errors: [{ code: 'wrong_challenge' }],
      });
    });
  });
});

const CONTEXT_SHA256 = [
  '67a97f12d8b9edde7d5c54d854abe4eaaaaa954e002517d0a9d4fbd90fbbc2eb',
  '046a6ba61f020e93470e8cddbabe193906d21f8f7ab26dc025a6e2b1f91ff1c1',
];

/** A did:key whose identifier the reference library makes, with a private key that node:crypto can use. */
async function newDidKey(): Promise<{ did: string; kid: string; privateKey: KeyObject }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const multibase = await multibaseIndependently(publicKey.export({ format: 'jwk' }));
  return { did: `did:key:${multibase}`, kid: `did:key:${multibase}#${multibase}`, privateKey };
}
