import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { flattenedVerify, importJWK } from 'jose';
import jwt from 'jsonwebtoken';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { CompleteSignedForms, CompromiseKey, KeyRing, RotateKey, VerifyDocument } from '../../src/modules/credentials/index.js';
import type { JsonObject } from '../../src/modules/credentials/domain/json.js';
import type { KeyAlgorithm } from '../../src/modules/credentials/domain/key-algorithms.js';
import { PublishKeyHistory } from '../../src/modules/credentials/use-cases/keys/publish-key-history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { badgeOf, issue, passed, publishLists, revoke, type StoredBadge } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { changedLeaf, leafPaths, mutate } from '../support/json-mutations.js';
import { choose, jwtOf, makeForms } from '../support/vc-jwts.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

interface DidDocument {
  id: string;
  verificationMethod: { id: string; type: string; publicKeyJwk?: JsonWebKey }[];
  assertionMethod: string[];
}

/** What verifiers that share nothing with Cairn make of the second form of an award, and of keys that come and go. */
describe('The VC-JWT of a badge', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  let badge: StoredBadge;

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    anybody = new TestBrowser(world.app);
    await choose(world, ['RS256', 'ES256', 'EdDSA']);
    const amara = await passed(world);
    await issue(world, amara);
    badge = await badgeOf(world, amara);
    await makeForms(world);
  });
  afterAll(() => world.close());

  const scope = () => ({ institutionId: world.institutionId });
  const pathOf = (url: string) => new URL(url).pathname;
  const document = async <Body>(path: string) => (await anybody.get(path)).json<Body>();
  const didDocument = () => document<DidDocument>('/issuers/riverside/did.json');
  const signedNow = async (name: string): Promise<StoredBadge> => {
    const learner = await passed(world, await world.ready(name));
    await issue(world, learner);
    await makeForms(world);
    return badgeOf(world, learner);
  };
  const tokenOf = async (of: StoredBadge, algorithm: 'RS256' | 'ES256' | 'EdDSA') => {
    const answer = await jwtOf(world, { publicId: of.public_id }, algorithm);
    expect(answer.status).toBe(200);
    return answer.text;
  };
  const headerOf = (token: string) => jwt.decode(token, { complete: true })?.header as { alg: string; kid: string; typ: string };
  /** As a verifier does who goes where `kid` points. */
  const independently = async (token: string) => {
    const { alg, kid } = headerOf(token);
    const key = await anybody.get(pathOf(kid));
    if (key.status !== 200) return { verified: false, error: key.json<{ code: string }>().code };
    try {
      const payload = jwt.verify(token, createPublicKey({ key: key.json<JsonWebKey>(), format: 'jwk' }), {
        algorithms: [alg as 'RS256'],
        clockTimestamp: Math.floor(world.clock.now().getTime() / 1_000),
      });
      return { verified: true, payload };
    } catch (error) {
      return { verified: false, error: (error as Error).message };
    }
  };
  const embedded = async ({ signed }: StoredBadge) => {
    const { credentialStatus } = JSON.parse(signed) as { credentialStatus: { statusListCredential: string } };
    return verifyIndependently(signed, {
      didDocument: await didDocument(),
      statusListCredential: await document<object>(pathOf(credentialStatus.statusListCredential)),
    });
  };

  it.each(['RS256', 'ES256'] as const)('with %s verifies with a second library and the key behind its kid', async (algorithm) => {
    const token = await tokenOf(badge, algorithm);
    const header = headerOf(token);
    expect(header).toEqual({ alg: algorithm, typ: 'JWT', kid: expect.stringMatching(/\/issuers\/riverside\/keys\/key-\w{16}$/) });
    expect(await independently(token)).toMatchObject({ verified: true });
    expect(await document(pathOf(header.kid))).toMatchObject({ kid: header.kid, alg: algorithm, use: 'sig' });
  });

  it.each(['RS256', 'ES256'] as const)('with %s verifies with the key of the DID document too', async (algorithm) => {
    const token = await tokenOf(badge, algorithm);
    const did = await didDocument();
    const method = did.verificationMethod.find(({ id }) => headerOf(token).kid.endsWith(id.split('#')[1] ?? '-'));
    expect(method).toMatchObject({ type: 'JsonWebKey', id: expect.stringContaining(`${did.id}#`) });
    expect(did.assertionMethod).toContain(method?.id);
    const key = createPublicKey({ key: method?.publicKeyJwk ?? {}, format: 'jwk' });
    expect(jwt.verify(token, key, { algorithms: [algorithm], issuer: did.id })).toMatchObject({ iss: did.id });
  });

  it('with EdDSA verifies with the key that makes the embedded proofs', async () => {
    const [header = '', payload = '', signature = ''] = (await tokenOf(badge, 'EdDSA')).split('.');
    const { keys } = await document<{ keys: JsonWebKey[] }>('/issuers/riverside/jwks.json');
    expect(new Set(keys.map(({ alg }) => alg))).toEqual(new Set(['ES256', 'EdDSA', 'RS256']));
    const key = await importJWK(keys.find(({ alg }) => alg === 'EdDSA') as Parameters<typeof importJWK>[0]);
    const verified = await flattenedVerify({ protected: header, payload, signature }, key, { algorithms: ['EdDSA'] });
    expect(JSON.parse(Buffer.from(verified.payload).toString())).toMatchObject({ jti: JSON.parse(badge.signed).id });
  });

  it('says, leaf by leaf, what the embedded form says, and the registered claims again', async () => {
    const { proof: _proof, ...credential } = JSON.parse(badge.signed) as JsonObject;
    for (const algorithm of ['RS256', 'ES256', 'EdDSA'] as const) {
      const { iss, jti, sub, nbf, ...rest } = jwt.decode(await tokenOf(badge, algorithm)) as JsonObject;
      expect(leafPaths(rest)).toEqual(leafPaths(credential));
      expect(rest).toEqual(credential);
      const said = credential as { id: string; issuer: JsonObject; credentialSubject: JsonObject; validFrom: string };
      expect({ iss, jti, sub, nbf }).toEqual({
        iss: said.issuer.id,
        jti: said.id,
        sub: said.credentialSubject.id,
        nbf: Date.parse(said.validFrom) / 1_000,
      });
    }
  });

  it('fails when any leaf is changed, or its header is another', async () => {
    const token = await tokenOf(badge, 'RS256');
    const [header = '', claims = '', signature = ''] = token.split('.');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as JsonObject;
    for (const path of leafPaths(payload)) {
      const changed = Buffer.from(JSON.stringify(mutate(payload, path, changedLeaf))).toString('base64url');
      expect({ path, ...(await independently([header, changed, signature].join('.'))) }).toMatchObject({ path, verified: false });
    }
    const es256 = await tokenOf(badge, 'ES256');
    expect(await independently([es256.split('.')[0], claims, signature].join('.'))).toMatchObject({ verified: false });
  });

  it('is made once for each algorithm, whoever makes it again', async () => {
    const before = await world.rows('select * from vc_jwt order by credential_id, algorithm');
    await world.rows(`update outbox set done_at = null where job = 'make-vc-jwts'`);
    await Promise.all([makeForms(world), makeForms(world), makeForms(world)]);
    expect(await world.rows('select * from vc_jwt order by credential_id, algorithm')).toEqual(before);
    expect(before).toHaveLength(3);
  });

  it('is made of earlier badges too when it is turned on later, and only of those', async () => {
    await choose(world, ['RS256']);
    const bo = await signedNow('Bo');
    await choose(world, ['ES256', 'RS256']);
    expect((await jwtOf(world, { publicId: bo.public_id }, 'ES256')).json()).toMatchObject({
      status: 404,
      code: 'credentials.form_not_made',
    });
    // Meanwhile the form that is there is given to who does not insist.
    expect(headerOf((await jwtOf(world, { publicId: bo.public_id })).text).alg).toBe('RS256');
    world.clock.advance(60_000);
    await world.get(PublishKeyHistory).run(scope());
    // Amara's badge has every form already.
    expect(await world.get(CompleteSignedForms).run()).toBe(1);
    expect(await world.get(CompleteSignedForms).run()).toBe(0);
    expect(await makeForms(world)).toBe(1);
    await world.get(PublishKeyHistory).run(scope());
    expect(await independently(await tokenOf(bo, 'ES256'))).toMatchObject({ verified: true });
    expect(headerOf((await jwtOf(world, { publicId: bo.public_id })).text).alg).toBe('ES256');
    expect(await world.get(CompleteSignedForms).run()).toBe(0);
  });

  it('is not offered where the institution does not want it', async () => {
    await choose(world, []);
    const cy = await signedNow('Cy');
    expect((await jwtOf(world, { publicId: cy.public_id })).json()).toMatchObject({
      status: 406,
      code: 'credentials.form_not_offered',
    });
    await choose(world, ['RS256', 'ES256']);
    world.clock.advance(60_000);
    await world.get(CompleteSignedForms).run();
    await makeForms(world);
    expect(await independently(await tokenOf(cy, 'RS256'))).toMatchObject({ verified: true });
  });

  it('keeps verifying through three rotations of every key, as the embedded form does', async () => {
    const eras: StoredBadge[] = [await signedNow('Di')];
    const algorithms: KeyAlgorithm[] = ['Ed25519', 'RS256', 'ES256'];
    for (const name of ['Ed', 'Flo', 'Gus']) {
      for (const algorithm of algorithms) await world.get(RotateKey).run(scope(), algorithm, null);
      eras.push(await signedNow(name));
    }
    await publishLists(world);
    const kids = await Promise.all(eras.map(async (era) => headerOf(await tokenOf(era, 'RS256')).kid));
    expect(new Set(kids).size).toBe(4);
    for (const era of eras) {
      expect(await embedded(era)).toEqual({ verified: true });
      expect(await world.get(VerifyDocument).run(JSON.parse(era.signed))).toMatchObject({ verified: true });
      for (const algorithm of ['RS256', 'ES256'] as const)
        expect(await independently(await tokenOf(era, algorithm))).toMatchObject({ verified: true });
    }
  });

  it('of a compromised key counts no more, and is signed anew under the same id', async () => {
    const hal = await signedNow('Hal');
    const before = await tokenOf(hal, 'RS256');
    const es256 = await tokenOf(hal, 'ES256');
    const key = await world.get(UnitOfWork).run(scope(), (tx) => world.get(KeyRing).active(tx, world.institutionId, 'RS256'));
    await world.get(CompromiseKey).run(scope(), key.id, { reason: 'A laptop was stolen.', actorId: null });

    expect(await independently(before)).toEqual({ verified: false, error: 'credentials.key_compromised' });
    expect(JSON.stringify([await didDocument(), await document('/issuers/riverside/jwks.json')])).not.toContain(key.fragment);
    expect((await jwtOf(world, { publicId: hal.public_id }, 'RS256')).status).toBe(404);
    expect(await makeForms(world)).toBeGreaterThan(0);
    const after = await tokenOf(hal, 'RS256');
    expect(await independently(after)).toMatchObject({ verified: true });
    expect([(jwt.decode(after) as { jti: string }).jti, headerOf(after).kid]).toEqual([
      (jwt.decode(before) as { jti: string }).jti,
      expect.not.stringContaining(key.fragment),
    ]);
    // Neither other forms nor the embedded proof had to do with it.
    expect(await tokenOf(hal, 'ES256')).toBe(es256);
    await publishLists(world);
    expect(await embedded(hal)).toEqual({ verified: true });
  });

  it('stays as good as it was when the key of the embedded proof is compromised, and both say why', async () => {
    const [ivy, jo] = [await signedNow('Ivy'), await signedNow('Jo')];
    await revoke(world, jo.id);
    const key = await world.get(UnitOfWork).run(scope(), (tx) => world.get(KeyRing).active(tx, world.institutionId));
    const known = await world.get(CompromiseKey).run(scope(), key.id, { reason: 'A laptop was stolen.', actorId: null });
    // What is still worth something waits for its re-issue; nothing was revoked by itself.
    expect(known).toMatchObject({ state: 'compromised', credentials: known.awaitingReissue + 1 });
    expect(await badgeStates(world, [ivy, jo])).toEqual(['issued', 'revoked']);

    expect(await embedded(ivy)).toMatchObject({ verified: false });
    const { verified, checks } = await world.get(VerifyDocument).run(JSON.parse(ivy.signed));
    expect(verified).toBe(false);
    expect(checks.find(({ check }) => check === 'issuer')).toMatchObject({ outcome: 'failed', reason: 'key-compromised' });

    // The lists that it signed are signed by its successor, or every other credential would lose its status.
    await publishLists(world);
    const later = await signedNow('Kim');
    expect(await embedded(later)).toEqual({ verified: true });
    expect(await independently(await tokenOf(ivy, 'RS256'))).toMatchObject({ verified: true });
  });

  it('has keys whose history is told by the issuer, signed', async () => {
    await world.get(PublishKeyHistory).run(scope());
    const answer = await anybody.get('/issuers/riverside/key-history.json');
    const jws = answer.json<{ protected: string; payload: string; signature: string }>();
    const { kid } = JSON.parse(Buffer.from(jws.protected, 'base64url').toString()) as { kid: string };
    const key = await importJWK(await document<Parameters<typeof importJWK>[0]>(pathOf(kid)));
    const { payload } = await flattenedVerify(jws, key, { algorithms: ['EdDSA'] });
    const { iss, keys } = JSON.parse(Buffer.from(payload).toString()) as { iss: string; keys: { state: string }[] };
    expect(iss).toBe((await didDocument()).id);
    const rows = await world.rows<{ fragment: string; state: string; compromised: boolean }>(
      `select fragment, state, compromised_at is not null as compromised from signing_key where institution_id = $1 order by created_at, id`,
      [world.institutionId],
    );
    expect(keys).toEqual(
      rows.map(({ fragment, state, compromised }) =>
        expect.objectContaining({ id: `${iss}#${fragment}`, state, ...(compromised ? { revoked: expect.any(String) } : {}) }),
      ),
    );
    expect(keys.filter(({ state }) => state === 'compromised')).toHaveLength(2);
    expect(JSON.stringify(keys)).not.toContain('laptop');

    await world.get(RotateKey).run(scope(), 'ES256', null);
    expect(await world.get(CompleteSignedForms).run()).toBeGreaterThan(0);
    await world.get(PublishKeyHistory).run(scope());
    expect((await anybody.get('/issuers/riverside/key-history.json')).text).not.toBe(answer.text);
  });
});

async function badgeStates(world: Riverside, badges: readonly StoredBadge[]): Promise<string[]> {
  const rows = await world.rows<{ id: string; state: string }>('select id, state from credential where id = any($1)', [
    badges.map(({ id }) => id),
  ]);
  return badges.map((badge) => rows.find(({ id }) => id === badge.id)?.state ?? '');
}
