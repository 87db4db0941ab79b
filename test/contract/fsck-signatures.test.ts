import { beforeAll, describe, expect, it } from '@jest/globals';
import { PlainVerifier } from '../../src/fsck/signature/plain-verifier.js';
import { loadReferenceVerifier } from '../../src/fsck/signature/reference-verifier.js';
import type { ExpectedKey, SignatureVerifier } from '../../src/fsck/signature/signature-verifier.js';
import type { JsonObject } from '../../src/modules/credentials/domain/json.js';
import { verificationMethodId } from '../../src/modules/credentials/proof/keys/did-web.js';
import { IssuerWorld } from '../support/issuer-world.js';
import { changedLeaf, leafPaths, mutate } from '../support/json-mutations.js';

/** Whichever of the two fsck uses, it must say the same. */
describe.each(['the reference libraries', 'the plain verifier'])('%s of fsck', (which) => {
  const world = new IssuerWorld();
  const key: ExpectedKey = {
    publicKeyMultibase: world.key.publicKeyMultibase,
    verificationMethod: verificationMethodId(world.did, world.key.publicKeyMultibase),
  };
  let verifier: SignatureVerifier;
  let bytes: string;

  beforeAll(async () => {
    const loaded = which === 'the plain verifier' ? new PlainVerifier() : await loadReferenceVerifier();
    if (!loaded) throw new Error('The reference libraries are not installed');
    verifier = loaded;
    ({ bytes } = await world.sign(world.badge()));
  });

  it('holds a badge to be genuine', async () => {
    expect(await verifier.problem(bytes, key)).toBeNull();
  });

  it('holds a status list to be genuine', async () => {
    expect(await verifier.problem(JSON.stringify(await world.publishList([3, 94_567])), key)).toBeNull();
  });

  it('finds every word that was changed', async () => {
    const signed = JSON.parse(bytes) as JsonObject;
    for (const path of leafPaths(signed)) {
      const changed = JSON.stringify(mutate(signed, path, changedLeaf));
      const problem = await verifier.problem(changed, key).catch((error: Error) => error.message);
      expect({ path, problem }).toEqual({ path, problem: expect.any(String) });
    }
  });

  it('finds a signature of another key, under the same name', async () => {
    const other = new IssuerWorld().key.publicKeyMultibase;
    expect(await verifier.problem(bytes, { ...key, publicKeyMultibase: other })).toEqual(expect.any(String));
  });

  it('finds a signature under another name', async () => {
    const problem = verifier.problem(bytes, { ...key, verificationMethod: `${world.did}#another` });
    expect(await problem).toEqual(expect.any(String));
  });

  it('finds that there is no signature', async () => {
    const { proof: _proof, ...unsigned } = JSON.parse(bytes) as JsonObject;
    expect(await verifier.problem(JSON.stringify(unsigned), key)).toEqual(expect.any(String));
  });
});
