import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import type { JsonObject } from '../../domain/json.js';
import { generateSigningKey } from '../keys/keys.js';
import { signCredential } from '../sign.js';
import { type CheckResult, verifyCredential } from './verify.js';

const amirasIndex = 94_567;

async function statusOf(world: IssuerWorld, badge: JsonObject): Promise<{ verified: boolean; status: CheckResult | undefined }> {
  const { verified, checks } = await verifyCredential(badge, world.options());
  return { verified, status: checks.find(({ check }) => check === 'status') };
}

const subjectOf = (list: JsonObject): JsonObject => list.credentialSubject as JsonObject;
const withSubject = (change: object) => (list: JsonObject) => ({
  ...list,
  credentialSubject: { ...subjectOf(list), ...change },
});

describe('the status of a badge', () => {
  it('is good while its bit is clear, whatever the bits beside it', async () => {
    const world = new IssuerWorld();
    const badge = await world.signedBadge();
    await world.publishList([amirasIndex - 1, amirasIndex + 1, amirasIndex ^ 7]);
    expect(await statusOf(world, badge)).toEqual({ verified: true, status: { check: 'status', outcome: 'passed' } });
  });

  it('is revoked when its bit is set, and then the badge is not verified', async () => {
    const world = new IssuerWorld();
    const badge = await world.signedBadge();
    await world.publishList([amirasIndex]);
    expect(await statusOf(world, badge)).toEqual({
      verified: false,
      status: { check: 'status', outcome: 'failed', reason: 'revoked' },
    });
  });

  it('cannot be bad for a credential that has none', async () => {
    const world = new IssuerWorld();
    const { credentialStatus: _status, ...badge } = world.badge();
    const { signed } = await world.sign(badge);
    expect(await statusOf(world, signed)).toEqual({
      verified: true,
      status: { check: 'status', outcome: 'passed', reason: 'no-status' },
    });
  });

  it.each<[string, (world: IssuerWorld) => unknown]>([
    ['status-list-unreachable', (world) => world.answers.delete(world.listUrl)],
    ['status-list-malformed', (world) => world.answers.set(world.listUrl, 'a page')],
    ['status-list-unverified', (world) => world.answers.set(world.listUrl, {})],
    [
      'status-list-unverified',
      async (world) => world.answers.set(world.listUrl, { ...(await world.publishList()), validFrom: '2026-03-02T00:00:00Z' }),
    ],
    [
      'status-list-unverified',
      async (world) => world.publishList([], (list) => ({ ...list, validUntil: '2026-03-31T00:00:00Z' })),
    ],
    [
      'status-list-unverified',
      async (world) => world.publishList([], (list) => ({ ...list, validFrom: '2026-05-01T00:00:00Z' })),
    ],
    [
      'status-list-of-another',
      async (world) => world.publishList([], (list) => ({ ...list, id: 'https://cairn.riverside.example/status/riverside-2' })),
    ],
    ['status-list-malformed', async (world) => world.publishList([], (list) => ({ ...list, type: ['VerifiableCredential'] }))],
    [
      'status-list-malformed',
      async (world) => world.publishList([], (list) => ({ ...list, credentialSubject: [subjectOf(list), { id: 'urn:x:1' }] })),
    ],
    ['status-list-purpose', async (world) => world.publishList([], withSubject({ statusPurpose: 'suspension' }))],
    ['status-list-encoding', async (world) => world.publishList([], withSubject({ encodedList: 'H4sI' }))],
    [
      'status-list-too-short',
      async (world) =>
        world.publishList([], withSubject({ encodedList: `u${gzipSync(Buffer.alloc(16_000)).toString('base64url')}` })),
    ],
    [
      'status-list-too-large',
      async (world) =>
        world.publishList([], withSubject({ encodedList: `u${gzipSync(Buffer.alloc(64 << 20)).toString('base64url')}` })),
    ],
  ])('is unknown with %s, and then the badge is not verified', async (reason, spoil) => {
    const world = new IssuerWorld();
    const badge = await world.signedBadge();
    await spoil(world);
    expect(await statusOf(world, badge)).toMatchObject({ verified: false, status: { outcome: 'unknown', reason } });
  });

  it('is not read from a list that somebody else signed', async () => {
    const world = new IssuerWorld();
    const badge = await world.signedBadge();
    const { signed } = await signCredential({
      document: Object.fromEntries(Object.entries(await world.publishList()).filter(([name]) => name !== 'proof')),
      verificationMethod: world.method,
      privateKey: generateSigningKey().privateKey,
      created: new Date('2026-03-02T00:00:00Z'),
    });
    world.answers.set(world.listUrl, signed);
    expect(await statusOf(world, badge)).toMatchObject({ verified: false, status: { reason: 'status-list-unverified' } });
  });

  it("is not read from another issuer's genuine list", async () => {
    const [world, other] = [new IssuerWorld(), new IssuerWorld()];
    const badge = await world.signedBadge();
    const issuer = 'did:web:other.example';
    world.answers.set(issuer, JSON.parse(JSON.stringify(other.didDocument()).replaceAll(other.did, issuer)));
    const unsigned = Object.fromEntries(Object.entries(await other.publishList()).filter(([name]) => name !== 'proof'));
    const { signed } = await signCredential({
      document: { ...unsigned, issuer },
      verificationMethod: other.method.replace(other.did, issuer),
      privateKey: other.privateKey,
      created: new Date('2026-03-02T00:00:00Z'),
    });
    world.answers.set(world.listUrl, signed);
    expect(await statusOf(world, badge)).toMatchObject({ verified: false, status: { reason: 'status-list-of-another' } });
  });
});

describe('a status entry', () => {
  const listUrl = new IssuerWorld().listUrl;
  const entry = {
    id: `${listUrl}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: listUrl,
  };

  /** A plain credential, because a badge with such an entry would already fail its own schema. */
  async function check(status: JsonObject | readonly JsonObject[]): Promise<CheckResult | undefined> {
    const world = new IssuerWorld();
    await world.publishList([100]);
    const { signed } = await world.sign({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: world.did,
      credentialSubject: { id: 'urn:uuid:0193a1f0-7c2b-4000-8000-00000000beef' },
      credentialStatus: status,
    });
    const result = await verifyCredential(signed, world.options());
    expect(result.verified).toBe(result.checks.every(({ outcome }) => outcome === 'passed'));
    return result.checks.find(({ check: name }) => name === 'status');
  }

  it.each<[string, string, object]>([
    ['passed', '', {}],
    ['passed', '', { statusSize: 1 }],
    ['passed', '', { statusListIndex: '0' }],
    ['failed', 'revoked', { statusListIndex: '100' }],
    ['failed', 'status-malformed', { statusListIndex: 7 }],
    ['failed', 'status-malformed', { statusListIndex: '-1' }],
    ['failed', 'status-malformed', { statusListIndex: '0x64' }],
    ['failed', 'status-malformed', { statusListIndex: '1e2' }],
    ['failed', 'status-malformed', { id: listUrl }],
    ['unknown', 'status-index-out-of-range', { statusListIndex: '131072' }],
    ['unknown', 'status-index-out-of-range', { statusListIndex: '999999999999999' }],
    ['unknown', 'status-purpose-unsupported', { statusPurpose: 'message' }],
    ['unknown', 'status-purpose-unsupported', { statusSize: 2, statusMessage: [] }],
    ['unknown', 'status-list-purpose', { statusPurpose: 'suspension' }],
  ])('%s %s with %j', async (outcome, reason, change) => {
    expect(await check({ ...entry, ...change })).toMatchObject({ outcome, ...(reason === '' ? {} : { reason }) });
  });

  it('of an unknown type cannot be checked', async () => {
    const list = { id: 'https://a.example/revoked.json', type: 'https://a.example/OtherStatusList' };
    expect(await check(list)).toMatchObject({ outcome: 'unknown', reason: 'status-type-unsupported' });
  });

  it('among several good ones spoils them all', async () => {
    expect(await check([entry, { ...entry, id: `${listUrl}#8`, statusListIndex: '8' }])).toMatchObject({ outcome: 'passed' });
    expect(await check([entry, { ...entry, id: `${listUrl}#100`, statusListIndex: '100' }])).toMatchObject({ reason: 'revoked' });
    const many = Array.from({ length: 5 }, (_, index) => ({
      ...entry,
      id: `${listUrl}#${index}`,
      statusListIndex: String(index),
    }));
    expect(await check(many)).toMatchObject({ reason: 'status-malformed' });
  });
});
