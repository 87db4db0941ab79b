import { describe, expect, it } from '@jest/globals';
import { rsaKey, tokenOf } from '../../../../test/support/json-web-keys.js';
import type { JsonObject, JsonValue } from '../domain/json.js';
import type { Verification } from '../proof/verifying/verification.js';
import type { Fetched } from './badge-parts.js';
import { withSubject } from './check-subject.js';
import { verifyMaterial } from './verify-material.js';

const now = new Date('2026-04-01T12:00:00Z');
const site = 'https://badges.example';
const rsa = rsaKey();
const stranger = rsaKey();

const profile: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${site}/issuer`,
  type: 'Profile',
  name: 'Example College',
  publicKey: `${site}/key`,
  revocationList: `${site}/revoked`,
};
const badgeClass: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${site}/class`,
  type: 'BadgeClass',
  name: 'Welding',
  description: 'Can weld',
  image: `${site}/welding.png`,
  criteria: { narrative: 'Weld.' },
  issuer: `${site}/issuer`,
};
// sha256 of amara@example.org and the salt, made with another program: printf amara@example.orgdeadsea | sha256sum.
const identity = 'sha256$7aea21af69f0a7c353544adeab2097c4a3e0b4efb44bb04cb1b62728b3c88ebf';
const assertion: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${site}/assertions/1`,
  type: 'Assertion',
  recipient: { type: 'email', hashed: true, salt: 'deadsea', identity },
  badge: `${site}/class`,
  verification: { type: 'HostedBadge' },
  issuedOn: '2025-06-01T09:00:00Z',
  evidence: [],
};
const key: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${site}/key`,
  type: 'CryptographicKey',
  owner: `${site}/issuer`,
  publicKeyPem: rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string,
};

type Web = Record<string, JsonValue | Fetched | undefined>;

const web: Web = {
  [`${site}/assertions/1`]: assertion,
  [`${site}/class`]: badgeClass,
  [`${site}/issuer`]: profile,
  [`${site}/key`]: key,
  [`${site}/revoked`]: {
    type: 'RevocationList',
    id: `${site}/revoked`,
    issuer: `${site}/issuer`,
    revokedAssertions: ['urn:uuid:0'],
  },
};

const gone: Fetched = { ok: false, reason: 'status_not_ok', status: 410 };
const isFetched = (value: unknown): value is Fetched => typeof value === 'object' && value !== null && 'ok' in value;

/** Verifies over a web that was changed. Whatever is not there does not answer. */
async function judge(brought: JsonObject | string, change: Web = {}): Promise<Verification> {
  const answers = { ...web, ...change };
  const fetch = async (address: string): Promise<Fetched> => {
    const answer = answers[address];
    if (isFetched(answer)) return answer;
    return answer === undefined ? { ok: false, reason: 'unreachable' } : { ok: true, document: answer };
  };
  const options = { fetch, now, resolve: async () => ({ ok: false as const, reason: 'none' }) };
  if (typeof brought !== 'string') return verifyMaterial({ kind: 'document', document: brought }, options);
  const kind = brought.startsWith('http')
    ? { kind: 'address' as const, address: brought }
    : { kind: 'token' as const, token: brought };
  return verifyMaterial(kind, options);
}

const bad = ({ checks }: Verification) =>
  checks
    .filter(({ outcome, reason }) => outcome !== 'passed' && reason !== 'not-checked')
    .map(({ check, outcome, reason }) => `${check} ${outcome} ${reason}`);

describe('a hosted Open Badge 2.0', () => {
  it('is what its issuer publishes, brought whole or by its address', async () => {
    const { evidence: _none, badge: _address, ...others } = assertion;
    for (const brought of [assertion, { ...others, badge: badgeClass }, `${site}/assertions/1`]) {
      const verification = await judge(brought);
      expect(bad(verification)).toEqual([]);
      expect(verification).toMatchObject({ verified: true, format: 'open-badge-2', provenFor: 'badges.example' });
    }
  });

  it('may have its parts inside, with null for what it does not have', async () => {
    const whole = { ...assertion, expires: null, narrative: null, badge: { ...badgeClass, issuer: profile } };
    expect(await judge(`${site}/assertions/1`, { [`${site}/assertions/1`]: whole })).toMatchObject({ verified: true });
  });

  it.each<[string, string, JsonObject | string, Web]>([
    [
      'proof failed hosted-differs',
      'another person in it',
      { ...assertion, recipient: { type: 'email', hashed: false, identity: 'mallory@example.org' } },
      {},
    ],
    ['proof failed hosted-differs', 'another badge', { ...assertion, badge: `${site}/other` }, {}],
    ['proof failed hosted-differs', 'a member more', { ...assertion, narrative: 'Also a doctor' }, {}],
    [
      'proof failed hosted-of-another',
      'the address of another in it',
      `${site}/assertions/1`,
      { [`${site}/assertions/1`]: { ...assertion, id: `${site}/assertions/2` } },
    ],
    ['proof failed hosted-address-missing', 'no address', { ...assertion, id: 'urn:uuid:1' }, {}],
    ['proof unknown hosted-unreachable', 'a host that is away', assertion, { [`${site}/assertions/1`]: undefined }],
    ['proof failed hosted-malformed', 'an answer that is no badge', assertion, { [`${site}/assertions/1`]: 'Hello' }],
    [
      'proof failed proof-missing',
      'a signature that is not there',
      assertion,
      { [`${site}/assertions/1`]: { ...assertion, verification: { type: 'SignedBadge' } } },
    ],
    ['status failed revoked', 'the word gone', assertion, { [`${site}/assertions/1`]: gone }],
    [
      'status failed revoked',
      'the word revoked',
      assertion,
      { [`${site}/assertions/1`]: { id: `${site}/assertions/1`, revoked: true } },
    ],
    [
      'validity failed expired',
      'an end in the past',
      `${site}/assertions/1`,
      { [`${site}/assertions/1`]: { ...assertion, expires: '2026-01-01T00:00:00+00:00' } },
    ],
    [
      'validity failed not-yet-valid',
      'a date ahead',
      `${site}/assertions/1`,
      { [`${site}/assertions/1`]: { ...assertion, issuedOn: '2027-01-01' } },
    ],
    [
      'validity failed badge-malformed',
      'an end that is no date',
      `${site}/assertions/1`,
      { [`${site}/assertions/1`]: { ...assertion, expires: 'soon' } },
    ],
    [
      'schema failed badge-malformed',
      'nobody it is about',
      `${site}/assertions/1`,
      { [`${site}/assertions/1`]: { ...assertion, recipient: 'me' } },
    ],
    ['schema failed badge-malformed', 'no criteria', assertion, { [`${site}/class`]: { ...badgeClass, criteria: null } }],
    ['schema unknown badge-class-unreachable', 'a badge class that is away', assertion, { [`${site}/class`]: undefined }],
    [
      'schema failed badge-class-of-another',
      'the badge class of another',
      assertion,
      { [`${site}/class`]: { ...badgeClass, id: `${site}/other` } },
    ],
    ['issuer unknown issuer-unreachable', 'an issuer who is away', assertion, { [`${site}/issuer`]: undefined }],
    [
      'issuer failed issuer-document-of-another',
      'the profile of another',
      assertion,
      { [`${site}/issuer`]: { ...profile, id: 'https://harvard.example/' } },
    ],
    [
      'issuer failed issuer-of-another-origin',
      'an issuer of another site',
      assertion,
      {
        [`${site}/class`]: { ...badgeClass, issuer: 'https://harvard.example/' },
        'https://harvard.example/': { ...profile, id: 'https://harvard.example/' },
      },
    ],
    [
      'issuer failed issuer-of-another-origin',
      'an issuer of another site, who is inside',
      assertion,
      {
        [`${site}/class`]: {
          ...badgeClass,
          issuer: { ...profile, id: 'https://harvard.example/', verification: { allowedOrigins: 'badges.example' } },
        },
        'https://harvard.example/': { ...profile, id: 'https://harvard.example/' },
      },
    ],
    [
      'issuer failed issuer-of-another-origin',
      'an issuer whose prefix only looks like it',
      assertion,
      { [`${site}/issuer`]: { ...profile, verification: { startsWith: 'https://badges.exam' } } },
    ],
    [
      'issuer failed issuer-of-another-origin',
      'an issuer who has another part of the site',
      assertion,
      { [`${site}/issuer`]: { ...profile, verification: { startsWith: `${site}/college/` } } },
    ],
    [
      'context unknown old-format',
      'the form of version 1',
      {
        uid: '1',
        recipient: { type: 'email', identity: 'a' },
        badge: `${site}/class`,
        verify: { type: 'hosted', url: `${site}/assertions/1` },
        id: `${site}/assertions/1`,
      },
      { [`${site}/assertions/1`]: { ...assertion, '@context': 'https://w3id.org/openbadges/v1' } },
    ],
  ])('%s with %s', async (reason, _what, brought, change) => {
    const verification = await judge(brought, change);
    expect(verification.verified).toBe(false);
    expect(bad(verification)).toContain(reason);
    expect(verification.checks.map(({ check }) => check)).toEqual(['context', 'schema', 'proof', 'issuer', 'validity', 'status']);
  });

  it('may stand at another origin when the issuer says so', async () => {
    const there = 'https://college.example/';
    const elsewhere = { ...profile, id: there, verification: { allowedOrigins: ['badges.example'] } };
    expect(await judge(assertion, { [`${site}/class`]: { ...badgeClass, issuer: there }, [there]: elsewhere })).toMatchObject({
      verified: true,
      provenFor: 'college.example',
    });
    const prefixed = { ...elsewhere, verification: { startsWith: [`${site}/`] } };
    expect(await judge(assertion, { [`${site}/class`]: { ...badgeClass, issuer: there }, [there]: prefixed })).toMatchObject({
      verified: true,
    });
  });
});

describe('a signed Open Badge 2.0', () => {
  const signedAssertion: JsonObject = {
    ...assertion,
    id: 'urn:uuid:1',
    verification: { type: 'SignedBadge', creator: `${site}/key` },
  };
  const sign = (change: JsonObject = {}, by = rsa) => tokenOf({ ...signedAssertion, ...change }, by.privateKey, 'RS256');

  it('holds when the key is the issuer’s', async () => {
    const verification = await judge(sign());
    expect(bad(verification)).toEqual([]);
    expect(verification).toMatchObject({ verified: true, format: 'open-badge-2', provenFor: 'badges.example' });
    expect(await judge(sign({ verification: { type: 'signed' } }))).toMatchObject({ verified: true });
    expect(await judge(sign(), { [`${site}/issuer`]: { ...profile, publicKey: [key], revocationList: null } })).toMatchObject({
      verified: true,
    });
  });

  const strangersKey = {
    ...key,
    id: 'https://evil.example/key',
    publicKeyPem: stranger.publicKey.export({ type: 'spki', format: 'pem' }) as string,
  };
  const forged = { verification: { type: 'SignedBadge', creator: 'https://evil.example/key' } };

  it.each<[string, string, string, Web]>([
    ['proof failed signature-wrong', 'another key', sign({}, stranger), {}],
    [
      'issuer failed method-missing',
      'a key that the issuer does not name',
      sign(forged, stranger),
      { 'https://evil.example/key': strangersKey },
    ],
    [
      'issuer failed method-missing',
      'a profile inside that names the forger’s key',
      sign({ ...forged, badge: { ...badgeClass, issuer: { ...profile, publicKey: 'https://evil.example/key' } } }, stranger),
      { 'https://evil.example/key': strangersKey },
    ],
    [
      'issuer failed key-of-another',
      'a key with another owner',
      sign(),
      { [`${site}/key`]: { ...key, owner: 'https://evil.example/' } },
    ],
    ['issuer unknown key-unreachable', 'a key that is away', sign(), { [`${site}/key`]: undefined }],
    [
      'issuer failed key-encoding',
      'a key that cannot be read',
      sign(),
      { [`${site}/key`]: { ...key, publicKeyPem: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----' } },
    ],
    [
      'status failed revoked',
      'its id in the list',
      sign(),
      { [`${site}/revoked`]: { revokedAssertions: [{ id: 'urn:uuid:1', revocationReason: 'Wrong' }] } },
    ],
    ['status unknown status-list-unreachable', 'a list that is away', sign(), { [`${site}/revoked`]: undefined }],
    [
      'status unknown status-list-of-another',
      'the list of another',
      sign(),
      { [`${site}/revoked`]: { issuer: 'https://evil.example/', revokedAssertions: [] } },
    ],
    [
      'status unknown status-list-malformed',
      'a list that is none',
      sign(),
      { [`${site}/revoked`]: { revokedAssertions: 'none' } },
    ],
    ['validity failed expired', 'an end in the past', sign({ expires: '2026-01-01T00:00:00Z' }), {}],
  ])('%s with %s', async (reason, _what, token, change) => {
    const verification = await judge(token, change);
    expect(verification.verified).toBe(false);
    expect(bad(verification)).toContain(reason);
  });
});

describe('whom a badge is about', () => {
  it.each([
    ['amara@example.org', 'passed'],
    [' AMARA@example.org ', 'passed'],
    ['mallory@example.org', 'failed'],
  ])('%s: %s', async (email, outcome) => {
    const { verified, checks } = withSubject(await judge(assertion), email);
    expect(checks.at(-1)).toMatchObject({ check: 'subject', outcome });
    expect(verified).toBe(outcome === 'passed');
  });

  it('is not told of a badge that nobody vouches for, or that names nobody', async () => {
    const forged = withSubject(await judge({ ...assertion, narrative: 'x' }), 'amara@example.org');
    expect(forged.checks.at(-1)).toMatchObject({ check: 'subject', outcome: 'unknown', reason: 'not-checked' });
    const other = { ...assertion, recipient: { type: 'url', identity: 'https://amara.example/' } };
    const byUrl = withSubject(await judge(`${site}/assertions/1`, { [`${site}/assertions/1`]: other }), 'amara@example.org');
    expect(byUrl.checks.at(-1)).toMatchObject({ check: 'subject', outcome: 'unknown', reason: 'subject-not-named' });
  });
});
