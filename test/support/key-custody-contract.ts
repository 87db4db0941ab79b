import { type KeyObject, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KEY_ALGORITHMS, type KeyAlgorithm } from '../../src/modules/credentials/domain/key-algorithms.js';
import type { HeldKey, KeyCustody, MadeKey } from '../../src/modules/credentials/proof/keys/key-custody.js';
import { KeyOpeningError } from '../../src/modules/credentials/proof/keys/key-sealing.js';
import { keyFragment } from '../../src/modules/credentials/proof/keys/keys.js';
import { encodePublicKey } from '../../src/modules/credentials/proof/keys/public-keys.js';

const RIVERSIDE = '0193a1f0-7c2b-7000-8000-000000000001';
const LAKESIDE = '0193a1f0-7c2b-7000-8000-000000000002';
const WORDS = Buffer.from('What is signed, in any script: ł 漢 🎓');

/** What any place where private keys live must do. */
export function keyCustodyContract(
  name: string,
  open: () => Promise<{ custody: KeyCustody; close?: () => Promise<unknown> }>,
): void {
  describe(`Keys in ${name}`, () => {
    let custody: KeyCustody;

    let close: (() => Promise<unknown>) | undefined;

    beforeAll(async () => {
      ({ custody, close } = await open());
    });
    afterAll(() => close?.());

    const hold = (made: MadeKey, algorithm: KeyAlgorithm, institutionId = RIVERSIDE): HeldKey => ({
      institutionId,
      algorithm,
      fragment: keyFragment(encodePublicKey(made.publicKey)),
      reference: made.reference,
    });

    describe.each([...KEY_ALGORITHMS])('for %s', (algorithm) => {
      it('sign so that anybody with the public key can tell, and only what was signed', async () => {
        const made = await custody.make(RIVERSIDE, algorithm);
        const signature = await custody.sign(hold(made, algorithm), WORDS);
        expect(holds(algorithm, made.publicKey, WORDS, signature)).toBe(true);
        expect(holds(algorithm, made.publicKey, Buffer.concat([WORDS, WORDS]), signature)).toBe(false);
      });

      it('are of the kind and size that the standard asks for', async () => {
        const { publicKey } = await custody.make(RIVERSIDE, algorithm);
        const { asymmetricKeyType, asymmetricKeyDetails } = publicKey;
        if (algorithm === 'RS256') expect(asymmetricKeyDetails?.modulusLength).toBeGreaterThanOrEqual(2_048);
        if (algorithm === 'ES256') expect(asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
        expect(asymmetricKeyType).toBe({ Ed25519: 'ed25519', RS256: 'rsa', ES256: 'ec' }[algorithm]);
      });

      it('are found again by their reference, long after and from any copy of it', async () => {
        const made = await custody.make(RIVERSIDE, algorithm);
        const key = { ...hold(made, algorithm), reference: Buffer.from(made.reference) };
        expect((await custody.publicKey(key)).equals(made.publicKey)).toBe(true);
        expect(holds(algorithm, made.publicKey, WORDS, await custody.sign(key, WORDS))).toBe(true);
      });

      it('are new each time', async () => {
        const [one, other] = [await custody.make(RIVERSIDE, algorithm), await custody.make(RIVERSIDE, algorithm)];
        expect(one.publicKey.equals(other.publicKey)).toBe(false);
      });

      it('sign for nobody but the institution they were made for, nor under a reference that was changed', async () => {
        const made = await custody.make(RIVERSIDE, algorithm);
        const key = hold(made, algorithm);
        const changed = Buffer.from(made.reference);
        changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
        await expect(custody.sign({ ...key, institutionId: LAKESIDE }, WORDS)).rejects.toThrow(KeyOpeningError);
        await expect(custody.sign({ ...key, reference: changed }, WORDS)).rejects.toThrow(KeyOpeningError);
        await expect(custody.sign({ ...key, reference: Buffer.alloc(0) }, WORDS)).rejects.toThrow(KeyOpeningError);
      });

      it('give no private half away: neither in what is returned nor in what fails', async () => {
        const made = await custody.make(RIVERSIDE, algorithm);
        expect(made.publicKey.type).toBe('public');
        expect((await custody.publicKey(hold(made, algorithm))).type).toBe('public');
        const fault: unknown = await custody
          .sign({ ...hold(made, algorithm), institutionId: LAKESIDE }, WORDS)
          .catch((error) => error);
        expect(`${JSON.stringify(fault)} ${(fault as Error).message} ${(fault as Error).stack}`).not.toMatch(/PRIVATE KEY|"d":/);
      });
    });

    it('sign many things at once, each as if alone', async () => {
      const made = await custody.make(RIVERSIDE, 'ES256');
      const papers = Array.from({ length: 20 }, (_, number) => Buffer.from(`Paper ${number}`));
      const signatures = await Promise.all(papers.map((paper) => custody.sign(hold(made, 'ES256'), paper)));
      expect(signatures.map((signature, number) => holds('ES256', made.publicKey, papers[number]!, signature))).not.toContain(
        false,
      );
    });

    it('do not sign as a key of another algorithm', async () => {
      const made = await custody.make(RIVERSIDE, 'ES256');
      await expect(custody.sign({ ...hold(made, 'ES256'), algorithm: 'RS256' }, WORDS)).rejects.toThrow(KeyOpeningError);
    });
  });
}

/** The signature in the form of JWS. */
function holds(algorithm: KeyAlgorithm, key: KeyObject, bytes: Buffer, signature: Buffer): boolean {
  if (algorithm === 'Ed25519') return verify(null, bytes, key, signature);
  if (algorithm === 'ES256') expect(signature).toHaveLength(64);
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
