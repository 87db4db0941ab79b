/**
 * Plays a key management service for tests of custody: another process with keys of its own, which answers later and lets nothing but
 * handles, public keys and signatures out. It shares no line with Cairn.
 */
import { createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

const KINDS = {
  Ed25519: ['ed25519', {}],
  RS256: ['rsa', { modulusLength: 2_048 }],
  ES256: ['ec', { namedCurve: 'P-256' }],
};
const keys = new Map();

const ACTIONS = {
  make({ owner, algorithm }) {
    const { privateKey, publicKey } = generateKeyPairSync(...KINDS[algorithm]);
    const handle = randomUUID();
    keys.set(handle, { owner, algorithm, privateKey });
    return { handle, publicKey: publicKey.export({ type: 'spki', format: 'der' }) };
  },
  publicKey: (asked) => ({ publicKey: createPublicKey(find(asked).privateKey).export({ type: 'spki', format: 'der' }) }),
  sign(asked) {
    const { algorithm, privateKey } = find(asked);
    return algorithm === 'Ed25519'
      ? { signature: sign(null, asked.bytes, privateKey) }
      : { signature: sign('sha256', asked.bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }) };
  },
};

function find({ owner, algorithm, handle }) {
  const key = keys.get(handle);
  if (!key || key.owner !== owner || key.algorithm !== algorithm)
    throw new Error(`no key ${handle} for ${owner} and ${algorithm}`);
  return key;
}

process.on('message', ({ number, action, ...asked }) => {
  setTimeout(() => {
    try {
      process.send({ number, ...ACTIONS[action](asked) });
    } catch (error) {
      process.send({ number, fault: error.message });
    }
  }, 1);
});
process.on('disconnect', () => process.exit());
