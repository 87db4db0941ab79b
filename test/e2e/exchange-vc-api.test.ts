import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  generateIndependently,
  issueIndependently,
  presentIndependently,
  verifyIndependently,
} from '../../demo/independent-verifier.mjs';
import { badgeOf, issue, passed } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { foreignEndorsement } from '../support/foreign-endorsement.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

type Json = Record<string, unknown>;

const DID = 'did:web:localhost%3A3000:issuers:riverside';

let world: Riverside;
let registry: TestBrowser;
let anybody: TestBrowser;
let bearer: Record<string, string>;

beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
  anybody = new TestBrowser(world.app);
  registry = new TestBrowser(world.app);
  bearer = await token(['credentials:issue']);
});
afterAll(() => world.close());

async function token(scopes: string[]): Promise<Record<string, string>> {
  const answer = await world.olga.browser.post('/api/v1/me/api-tokens', { name: 'Registry', scopes });
  return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
}

function credential(changes: Json = {}): Json {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:uuid:2f9c4b4e-9d6a-4c55-a5b5-7a4f0a6c2a10',
    type: ['VerifiableCredential'],
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:amara' },
    ...changes,
  };
}

const issued = async (body?: object, headers = bearer) => registry.post('/vc-api/credentials/issue', body, headers);

describe('POST /vc-api/credentials/issue', () => {
  it('signs what it is given, so that others verify it with the served DID document', async () => {
    const answer = await issued({ credential: credential() });
    expect(answer).toMatchObject({ status: 201 });
    const { verifiableCredential } = answer.json<{ verifiableCredential: Json }>();
    expect(verifiableCredential).toMatchObject({ ...credential(), issuer: DID });
    const didDocument = (await anybody.get('/issuers/riverside/did.json')).json<Json>();
    expect(await verifyIndependently(verifiableCredential, { didDocument })).toEqual({ verified: true });
  });

  it('takes the issuer as text and as an object, and tells of it by an event with the digest alone', async () => {
    for (const issuer of [DID, { id: DID, name: 'Riverside University' }]) {
      const answer = await issued({ credential: credential({ issuer }), options: {} });
      expect(answer.json<{ verifiableCredential: Json }>().verifiableCredential['issuer']).toEqual(issuer);
    }
    const events = await world.rows<{ actor_id: string; particulars: Json }>(
      `select actor_id, particulars from event where type = 'document.signed'`,
    );
    expect(events.at(-1)).toMatchObject({ actor_id: world.olga.personId });
    expect(Object.entries(events.at(-1)?.particulars ?? {})).toEqual([['sha256', expect.stringMatching(/^[0-9a-f]{64}$/)]]);
  });

  it('needs a token with the scope for it', async () => {
    expect(await issued({ credential: credential() }, {})).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="Cairn"' },
    });
    expect(await issued({ credential: credential() }, await token(['credentials:write']))).toMatchObject({
      status: 403,
      headers: { 'www-authenticate': 'Bearer realm="Cairn", error="insufficient_scope", scope="credentials:issue"' },
    });
  });

  it.each<[string, object | undefined]>([
    ['nothing', undefined],
    ['a list', []],
    ['no credential', { options: {} }],
    ['null', { credential: null }],
    ['a credential that is a list', { credential: [credential()] }],
    ['a number', { credential: 7 }],
    ['options that are text', { credential: credential(), options: 'all' }],
    ['another’s issuer', { credential: credential({ issuer: 'did:web:lakeside.example' }) }],
    ['an issuer without an id', { credential: credential({ issuer: { name: 'Riverside' } }) }],
    ['a numeric issuer', { credential: credential({ issuer: 4 }) }],
    ['no context', { credential: credential({ '@context': undefined }) }],
    ['an empty context', { credential: credential({ '@context': [] }) }],
    [
      'a context nobody keeps',
      { credential: credential({ '@context': ['https://www.w3.org/ns/credentials/v2', 'https://evil.example/'] }) },
    ],
    [
      'a context of its own',
      { credential: credential({ '@context': ['https://www.w3.org/ns/credentials/v2', { x: 'https://x.example/' }] }) },
    ],
    ['a word that nobody defined', { credential: credential({ surprise: 1 }) }],
    ['another type', { credential: credential({ type: ['Person'] }) }],
    ['a type nobody defined', { credential: credential({ type: ['VerifiableCredential', 'Surprise'] }) }],
    ['a numeric type', { credential: credential({ type: 4 }) }],
    ['no subject', { credential: credential({ credentialSubject: undefined }) }],
    ['an empty subject', { credential: credential({ credentialSubject: {} }) }],
    ['a validity without a zone', { credential: credential({ validFrom: '2026-01-01T00:00:00' }) }],
    ['an end before its beginning', { credential: credential({ validUntil: '2025-01-01T00:00:00Z' }) }],
    ['a proof already', { credential: credential({ proof: { type: 'DataIntegrityProof' } }) }],
    ['a status without a type', { credential: credential({ credentialStatus: { id: 'https://x.example/1' } }) }],
    [
      'a place in a status list that cannot be one',
      {
        credential: credential({
          credentialStatus: {
            type: 'BitstringStatusListEntry',
            statusPurpose: 'revocation',
            statusListIndex: '-4',
            statusListCredential: 'https://x.example/1',
          },
        }),
      },
    ],
    ['a schema without an id', { credential: credential({ credentialSchema: { type: 'JsonSchema' } }) }],
    ['null inside', { credential: credential({ name: null }) }],
    ['selective disclosure', { credential: credential(), options: { mandatoryPointers: ['/issuer'] } }],
    ['a name of the caller’s', { credential: credential(), options: { credentialId: 'urn:uuid:another' } }],
  ])('refuses %s as bad input', async (_, body) => {
    const answer = await issued(body);
    expect([400, 422]).toContain(answer.status);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it('says of a credential of the older data model which one is issued here', async () => {
    const older = credential({ '@context': ['https://www.w3.org/2018/credentials/v1'], issuanceDate: '2026-01-01T00:00:00Z' });
    expect((await issued({ credential: older })).text).toContain(
      'The first context must be https://www.w3.org/ns/credentials/v2.',
    );
  });

  it('holds an endorsement, and what endorses a badge inside it, to the published form', async () => {
    const achievement = {
      id: 'https://elsewhere.example/achievements/1',
      type: ['Achievement'],
      name: 'Sailing',
      description: 'Sailed.',
      criteria: { narrative: 'Sail.' },
    };
    const endorsement = await foreignEndorsement(achievement.id);
    const { name: _name, ...nameless } = endorsement;
    const { proof: _proof, issuer: _issuer, ...unsigned } = endorsement;
    const { name: _unsignedName, ...unnamed } = unsigned;
    const comment = { id: achievement.id, type: ['EndorsementSubject'], endorsementComment: 7 };
    expect(await issued({ credential: unsigned })).toMatchObject({ status: 201 });
    for (const credential of [unnamed, { ...unsigned, credentialSubject: comment }])
      expect((await issued({ credential })).text).toContain('endorsement-malformed');
    const badge = (inside: unknown) => ({
      '@context': unsigned['@context'],
      id: 'https://elsewhere.example/badges/1',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: DID, type: ['Profile'] },
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {
        id: 'did:example:amara',
        type: ['AchievementSubject'],
        achievement: { ...achievement, endorsement: [inside] },
      },
    });
    expect((await issued({ credential: badge(nameless) })).text).toContain('badge-malformed');
    const answer = await issued({ credential: badge(endorsement) });
    expect(answer).toMatchObject({ status: 201 });
    const { verifiableCredential } = answer.json<{ verifiableCredential: Json }>();
    const didDocument = (await anybody.get('/issuers/riverside/did.json')).json<Json>();
    expect(await verifyIndependently(verifiableCredential, { didDocument })).toEqual({ verified: true });
    const verdict = await anybody.post('/vc-api/credentials/verify', { verifiableCredential });
    expect(verdict.json()).toMatchObject({ verified: true });
  });

  it('refuses a place in our own status lists, which belongs to an award', async () => {
    const list = 'http://localhost:3000/status-lists/01980000-0000-7000-8000-000000000000';
    const credentialStatus = {
      id: `${list}#7`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: list,
    };
    expect(await issued({ credential: credential({ credentialStatus }) })).toMatchObject({ status: 422 });
    const elsewhere = { ...credentialStatus, id: 'https://x.example/1#7', statusListCredential: 'https://x.example/1' };
    expect(await issued({ credential: credential({ credentialStatus: elsewhere }) })).toMatchObject({ status: 201 });
  });

  it('calls every body that cannot be read 400', async () => {
    const bodies: [string, string][] = [
      ['{"credential":', 'application/json'],
      [`"${'a'.repeat(3_000_000)}"`, 'application/json'],
      ['<credential/>', 'application/xml'],
      ['eyJhbGciOiJFZERTQSJ9', 'text/plain'],
    ];
    for (const [payload, type] of bodies) {
      const { statusCode, json } = await world.app.inject({
        method: 'POST',
        url: '/vc-api/credentials/issue',
        headers: { ...bearer, 'content-type': type, accept: 'text/html' },
        payload,
      });
      expect({ type, statusCode, status: json<{ status: number }>().status }).toEqual({ type, statusCode: 400, status: 400 });
    }
  });

  it('signs tens of kilobytes', async () => {
    const answer = await issued({ credential: credential({ description: 'ł ö 漢 🎓 '.repeat(3_000) }) });
    expect(answer.status).toBe(201);
  });
});

describe('POST /vc-api/credentials/verify', () => {
  const verdict = (body?: object) => anybody.post('/vc-api/credentials/verify', body);

  it('tells a badge of ours and a credential of another’s did:key, check by check', async () => {
    const amara = await passed(world);
    await issue(world, amara);
    const own = JSON.parse((await badgeOf(world, amara)).signed) as Json;
    for (const verifiableCredential of [own, await foreign()]) {
      const answer = await verdict({ verifiableCredential, options: {} });
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.json()).toMatchObject({ verified: true, problemDetails: [] });
      expect(answer.json<{ checks: object[] }>().checks).toHaveLength(6);
    }
  });

  it('says what is wrong with one that was changed', async () => {
    const answer = await verdict({ verifiableCredential: { ...(await foreign()), name: 'Doctor' } });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.json()).toMatchObject({
      verified: false,
      problemDetails: [{ type: 'https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR' }],
    });
  });

  it.each<[string, object | undefined]>([
    ['nothing', undefined],
    ['null', { verifiableCredential: null }],
    ['text', { verifiableCredential: 'eyJ' }],
    ['a list', { verifiableCredential: [] }],
    ['an empty object', { verifiableCredential: {} }],
    ['a challenge that is a number', { verifiableCredential: credential(), options: { challenge: 7 } }],
    [
      'an envelope of nothing',
      {
        verifiableCredential: {
          '@context': 'https://www.w3.org/ns/credentials/v2',
          type: 'EnvelopedVerifiableCredential',
          id: 'data:,x',
        },
      },
    ],
  ])('refuses %s as bad input', async (_, body) => {
    expect(await verdict(body)).toMatchObject({ status: 400 });
  });
});

describe('POST /vc-api/presentations/verify', () => {
  const verdict = (body?: object) => anybody.post('/vc-api/presentations/verify', body);
  const audience = { challenge: 'a-challenge', domain: 'https://verifier.example' };

  it('tells who presents, and each credential', async () => {
    const { presentation, holder } = await presentIndependently([await foreign()], audience);
    const answer = await verdict({ verifiablePresentation: presentation, options: audience });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.json()).toMatchObject({ verified: true, holder, credentialResults: [{ verified: true }] });
  });

  it('wants the very challenge and domain', async () => {
    const { presentation } = await presentIndependently([], audience);
    expect(await verdict({ verifiablePresentation: presentation, options: audience })).toMatchObject({ status: 200 });
    for (const options of [
      { ...audience, challenge: 'another' },
      { ...audience, domain: 'https://other.example' },
    ])
      expect(await verdict({ verifiablePresentation: presentation, options })).toMatchObject({ status: 400 });
  });

  it('takes an unsigned one as nobody’s, but not when a challenge was given', async () => {
    const { proof: _proof, ...unsigned } = (await presentIndependently([await foreign()], audience)).presentation as Json;
    const answer = await verdict({ verifiablePresentation: unsigned });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.json()).not.toHaveProperty('holder');
    expect(await verdict({ verifiablePresentation: unsigned, options: audience })).toMatchObject({ status: 400 });
  });

  it('fails as a whole with one bad credential, a changed word, or another’s name', async () => {
    const bad = { ...(await foreign()), name: 'Doctor' };
    const spoilt = await presentIndependently([await foreign(), bad], audience);
    expect((await verdict({ verifiablePresentation: spoilt.presentation, options: audience })).json()).toMatchObject({
      verified: false,
      credentialResults: [{ verified: true }, { verified: false }],
    });
    const { presentation } = await presentIndependently([await foreign()], audience);
    for (const change of [
      { holder: 'did:example:another' },
      { id: 'urn:uuid:another' },
      { type: 'Surprise' },
      { verifiableCredential: ['eyJ'] },
    ])
      expect(
        await verdict({ verifiablePresentation: { ...(presentation as Json), ...change }, options: audience }),
      ).toMatchObject({ status: 400 });
  });
});

/** A credential that the reference library signed with a did:key. */
async function foreign(): Promise<Json> {
  const key = await generateIndependently('did:key:z');
  const did = `did:key:${key.publicKeyMultibase}`;
  const own = { ...key, id: `${did}#${key.publicKeyMultibase}`, controller: did };
  return issueIndependently(credential({ issuer: did }), own, new Date('2026-01-02T00:00:00Z'));
}
