import { sign as signBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { encodeBase58 } from '../keys/base58.js';
import { canonicalNQuads } from '../canonicalize.js';
import { proofOptions } from '../proof-options.js';
import { hashPair } from '../sign.js';
import { type CheckResult, type VerifyOptions, verifyCredential } from './verify.js';

const world = new IssuerWorld();
const badge = world.badge();
let signed: JsonObject;
let good: JsonObject;

beforeAll(async () => {
  signed = await world.signedBadge();
  [good] = signed.proof as readonly [JsonObject];
});

/** A proof of Riverside's key with whatever options, over the badge and perhaps earlier proofs: genuine, but not what we would write. */
async function proofWith(change: JsonObject, covered: JsonObject = badge): Promise<JsonObject> {
  const options: JsonObject = { ...proofOptions(world.method, '2026-03-01T09:31:00Z'), ...change };
  const canonicalOptions = await canonicalNQuads({ '@context': badge['@context'] ?? [], ...options });
  const signature = signBytes(null, hashPair(canonicalOptions, await canonicalNQuads(covered)), world.privateKey);
  return { ...options, proofValue: `z${encodeBase58(signature)}` };
}

async function proofCheck(proof: JsonValue | undefined, options: Partial<VerifyOptions> = {}): Promise<CheckResult | undefined> {
  const document = proof === undefined ? badge : { ...badge, proof };
  const { checks } = await verifyCredential(document, world.options(options));
  return checks.find(({ check }) => check === 'proof');
}

describe('a proof', () => {
  it.each<[string, string, () => JsonValue | undefined]>([
    ['failed', 'proof-missing', () => undefined],
    ['failed', 'proof-missing', () => []],
    ['failed', 'proof-malformed', () => 'a proof'],
    ['failed', 'proof-malformed', () => [good, 7]],
    ['failed', 'proof-malformed', () => Array.from({ length: 9 }, () => good)],
    ['failed', 'proof-malformed', () => without(good, 'type')],
    ['failed', 'proof-malformed', () => ({ ...good, type: ['DataIntegrityProof'] })],
    ['unknown', 'proof-type-unsupported', () => ({ ...good, type: 'Ed25519Signature2018' })],
    ['failed', 'proof-malformed', () => without(good, 'cryptosuite')],
    ['failed', 'proof-malformed', () => ({ ...good, cryptosuite: 7 })],
    ['failed', 'cryptosuite-misspelt', () => ({ ...good, cryptosuite: 'eddsa-rdf-2022' })],
    ['unknown', 'cryptosuite-unsupported', () => ({ ...good, cryptosuite: 'ecdsa-rdfc-2019' })],
    ['failed', 'proof-purpose', () => without(good, 'proofPurpose')],
    ['failed', 'proof-purpose', () => ({ ...good, proofPurpose: 'authentication' })],
    ['failed', 'proof-malformed', () => without(good, 'verificationMethod')],
    ['failed', 'proof-malformed', () => ({ ...good, verificationMethod: { id: world.method } })],
    ['failed', 'proof-malformed', () => ({ ...good, verificationMethod: world.did })],
    ['failed', 'proof-value', () => without(good, 'proofValue')],
    ['failed', 'proof-value', () => ({ ...good, proofValue: 7 })],
    ['failed', 'proof-value', () => ({ ...good, proofValue: `u${Buffer.alloc(64).toString('base64url')}` })],
    ['failed', 'proof-value', () => ({ ...good, proofValue: `z${encodeBase58(Buffer.alloc(63, 1))}` })],
    ['failed', 'proof-value', () => ({ ...good, proofValue: `z${encodeBase58(Buffer.alloc(65, 1))}` })],
    ['failed', 'proof-value', () => ({ ...good, proofValue: 'zl0OI' })],
    ['failed', 'proof-date', () => ({ ...good, created: '2026-03-01' })],
    ['failed', 'proof-date', () => ({ ...good, created: '2026-03-01T09:31:00' })],
    ['failed', 'proof-date', () => ({ ...good, expires: 'soon' })],
    ['failed', 'proof-expired', () => ({ ...good, expires: '2026-03-31T00:00:00Z' })],
    ['failed', 'proof-domain', () => ({ ...good, domain: 7 })],
    ['failed', 'proof-challenge', () => ({ ...good, challenge: ['x'] })],
    ['failed', 'previous-proof-missing', () => ({ ...good, previousProof: 'urn:uuid:nowhere' })],
    ['failed', 'not-canonicalizable', () => ({ ...good, unheardOf: 'x' })],
    ['failed', 'signature-wrong', () => ({ ...good, created: '2026-03-01T09:31:01Z' })],
    ['failed', 'signature-wrong', () => ({ ...good, nonce: 'x' })],
    ['failed', 'signature-wrong', () => ({ ...good, proofValue: `z${encodeBase58(Buffer.alloc(64, 1))}` })],
    ['failed', 'signature-wrong', () => [good, { ...good, created: '2026-03-01T09:31:01Z' }]],
  ])('%s with %s', async (outcome, reason, proof) => {
    expect(await proofCheck(proof())).toMatchObject({ check: 'proof', outcome, reason });
  });

  it('may carry its own expiry, while that lies ahead', async () => {
    const proof = await proofWith({ expires: '2027-01-01T00:00:00Z' });
    expect(await proofCheck(proof)).toMatchObject({ outcome: 'passed' });
    expect(await proofCheck(proof, { now: new Date('2027-01-01T00:00:00Z') })).toMatchObject({ reason: 'proof-expired' });
  });

  it('answers the domain and the challenge that are asked for, and no other', async () => {
    const proof = await proofWith({ domain: 'verify.example', challenge: 'abc' });
    expect(await proofCheck(proof)).toMatchObject({ outcome: 'passed' });
    expect(await proofCheck(proof, { domain: 'verify.example', challenge: 'abc' })).toMatchObject({ outcome: 'passed' });
    expect(await proofCheck(proof, { domain: 'other.example' })).toMatchObject({ reason: 'proof-domain' });
    expect(await proofCheck(proof, { challenge: 'abd' })).toMatchObject({ reason: 'proof-challenge' });
    expect(await proofCheck(good, { domain: 'verify.example' })).toMatchObject({ reason: 'proof-domain' });
    expect(await proofCheck(good, { challenge: 'abc' })).toMatchObject({ reason: 'proof-challenge' });
  });
});

describe('several proofs', () => {
  it('all hold on their own', async () => {
    const second = await proofWith({ created: '2026-03-02T10:00:00Z' });
    expect(await proofCheck([good, second])).toMatchObject({ outcome: 'passed' });
  });

  it('may be chained: the later covers the earlier', async () => {
    const first = await proofWith({ id: 'urn:uuid:0193a1f0-0000-4000-8000-000000000001' });
    const link = { previousProof: 'urn:uuid:0193a1f0-0000-4000-8000-000000000001', created: '2026-03-02T10:00:00Z' };
    const chained = await proofWith(link, { ...badge, proof: [first] });
    expect(await proofCheck([first, chained])).toMatchObject({ outcome: 'passed' });
    const independent = await proofWith(link);
    expect(await proofCheck([first, independent])).toMatchObject({ reason: 'signature-wrong' });
    expect(await proofCheck([chained])).toMatchObject({ reason: 'previous-proof-missing' });
  });
});

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([member]) => member !== name));
}
