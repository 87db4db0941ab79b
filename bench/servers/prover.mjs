// Signing and verifying credentials in one thread, with the limits and the peers of both: no server, no database.
import { generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto';
import { canonicalTally } from '../../dist/src/modules/credentials/proof/canonical/tally.js';
import { didDocument, verificationMethodId } from '../../dist/src/modules/credentials/proof/keys/did-web.js';
import { publicKeyMultibase } from '../../dist/src/modules/credentials/proof/keys/keys.js';
import { signCredentials } from '../../dist/src/modules/credentials/proof/sign-many.js';
import { signCredential } from '../../dist/src/modules/credentials/proof/sign.js';
import {
  buildStatusListCredential,
  emptyStatusBits,
  setStatusBit,
} from '../../dist/src/modules/credentials/proof/status-list.js';
import { settle } from '../../dist/src/modules/credentials/proof/verifying/settled.js';
import { verifyCredential } from '../../dist/src/modules/credentials/proof/verifying/verify.js';
import { badgeOf, badgeOfAnyShape, ISSUER, LIST } from '../harness/badges.mjs';
import { issuerOf, verifierOf } from '../peers/vc-library.mjs';
import { answerParent } from './answer-parent.mjs';

const CHUNK = 200;
const DOCUMENTS = 4_000;
const KEPT_EVERY = 7;
const MOST_KEPT = 1_000;
const NOW = new Date('2026-04-01T00:00:00Z');
const VALID = 2_000;
const OF_EACH_KIND = 50;
const FIRST_REVOKED = 100_000;

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const multibase = publicKeyMultibase(publicKey);
const how = {
  verificationMethod: verificationMethodId(ISSUER, multibase),
  privateKey,
  created: new Date('2026-03-02T00:00:00Z'),
};
const issuerDocument = didDocument({ did: ISSUER, keys: [{ publicKeyMultibase: multibase, state: 'active' }] });

let documents = [];
let next = 0;
let signedByLibrary;
let list;
/** What stands behind an id, kept as production keeps it. */
let known = new Map();
let ownDocuments = [];
/** Of what was timed: the document and the signed bytes, or the input and the verdict. */
const kept = [];

answerParent(
  {},
  {
    /** @param {'one shape' | 'any shape'} shapes */
    async prepare(shapes) {
      const make = shapes === 'one shape' ? badgeOf : badgeOfAnyShape;
      documents = Array.from({ length: DOCUMENTS }, (_, number) => make(number));
      signedByLibrary = await issuerOf(ISSUER);
      return { didDocument: issuerDocument, statusListCredential: await signList() };
    },
    /** `crypto.sign` of 64 bytes, as eddsa-rdfc-2022 signs two SHA-256 hashes, with the key object reused. */
    sign: (milliseconds) =>
      repeat(milliseconds, CHUNK, () => {
        const hashes = Buffer.alloc(64, randomUUID());
        for (let count = 0; count < CHUNK; count++) sign(null, hashes, privateKey);
      }),
    // Of copies: it writes into what it is given.
    library: (milliseconds) => repeat(milliseconds, 1, () => signedByLibrary(structuredClone(documents[next++ % DOCUMENTS]))),
    signMany: (milliseconds) =>
      repeat(milliseconds, CHUNK, async () => {
        // Whole chunks only, wherever the library, which takes documents one at a time, has left off.
        const from = (next += CHUNK) % (DOCUMENTS - CHUNK + 1);
        const chunk = documents.slice(from, from + CHUNK);
        const signed = await signCredentials(chunk, how);
        for (let index = 0; index < CHUNK; index += KEPT_EVERY) keep(chunk[index], signed[index].bytes);
      }),
    signEach: (milliseconds) =>
      repeat(milliseconds, 1, async () => {
        const document = documents[next++ % DOCUMENTS];
        const { bytes } = await signCredential({ document, ...how });
        if (next % KEPT_EVERY === 0) keep(document, bytes);
      }),
    kept: () => kept.map(({ document, bytes }) => ({ document: JSON.stringify(document), bytes })),
    tally: canonicalTally,

    /** Signed credentials of every kind in one row, and the things that they are looked up in. */
    async prepareVerifying() {
      list = await signList();
      known = new Map([
        [ISSUER, settle(JSON.stringify(issuerDocument))],
        [LIST, settle(JSON.stringify(list))],
      ]);
      documents = await inputs(badgeOfAnyShape);
      ownDocuments = await inputs(badgeOf);
      const check = verifierOf({ didDocument: issuerDocument });
      signedByLibrary = (text) => check(JSON.parse(text));
      return { didDocument: issuerDocument, statusListCredential: list };
    },
    verifyRaw(milliseconds) {
      const hashes = Buffer.alloc(64, 7);
      const signature = sign(null, hashes, privateKey);
      return repeat(milliseconds, CHUNK, () => {
        for (let count = 0; count < CHUNK; count++) verify(null, hashes, publicKey, signature);
      });
    },
    verifyLibrary: (milliseconds) =>
      repeat(milliseconds, 1, async () => {
        const { text, kind } = documents[next++ % documents.length];
        const { verified } = await signedByLibrary(text);
        if (kind === 'valid' && !verified) throw new Error('The library refuses a valid credential.');
      }),
    verifyAny: (milliseconds) => repeat(milliseconds, 1, () => judge(documents[next++ % documents.length])),
    /** Of the shape that was signed here in a batch, so that there is a template. */
    verifyOwn: (milliseconds) => repeat(milliseconds, 1, () => judge(ownDocuments[next++ % ownDocuments.length])),
    verdicts: () => [...documents, ...ownDocuments].map(({ kind, text, verdicts }) => ({ kind, text, verdicts: [...verdicts] })),
  },
);

async function judge(input) {
  const { verified, checks } = await verifyCredential(input.text, { resolve, now: NOW });
  input.verdicts.add(verified ? 'verified' : checks.find(({ outcome }) => outcome === 'failed')?.reason);
}

function keep(document, bytes) {
  if (kept.length < MOST_KEPT) kept.push({ document, bytes });
}

async function resolve(id) {
  const document = known.get(id);
  return document ? { ok: true, document } : { ok: false, reason: 'not-found' };
}

async function signList() {
  const bits = emptyStatusBits();
  for (let index = FIRST_REVOKED; index < FIRST_REVOKED + OF_EACH_KIND; index++) setStatusBit(bits, index, true);
  const document = buildStatusListCredential({ id: LIST, issuer: ISSUER, bits, validFrom: new Date('2026-03-01T00:00:00Z') });
  return (await signCredential({ document, ...how })).signed;
}

/** Mostly valid ones, as verifiers meet them, with all the others strewn in between. */
async function inputs(make) {
  const badges = Array.from({ length: VALID + 5 * OF_EACH_KIND }, (_, number) => make(number));
  const revoked = Array.from({ length: OF_EACH_KIND }, (_, number) => badgeOf(FIRST_REVOKED + number));
  const expired = Array.from({ length: OF_EACH_KIND }, (_, number) =>
    badgeOf(number, { validUntil: new Date('2026-03-20T00:00:00Z') }),
  );
  const textOf = async (all) => (await signCredentials(all, how)).map(({ bytes }) => bytes);
  const signed = await textOf(badges);
  const part = (number) => signed.slice(VALID + number * OF_EACH_KIND, VALID + (number + 1) * OF_EACH_KIND);
  const kinds = {
    valid: signed.slice(0, VALID),
    tampered: part(0).map((text) => text.replace('Water Data', 'Fire Data')),
    // A text that every badge has of its own: what a template takes as it comes.
    'tampered-own': part(4).map((text) => text.replace(/"name":"Report \d+/, '$&0')),
    'unknown-field': part(1).map((text) => text.replace('"issuer":', '"unheardOf":"x","issuer":')),
    'proto-key': part(2).map((text) => text.replace('"issuer":', '"__proto__":{"name":"Eve"},"issuer":')),
    'null-value': part(3).map((text) => text.replace('"issuer":', '"validUntil":null,"issuer":')),
    revoked: await textOf(revoked),
    expired: await textOf(expired),
  };
  const all = Object.entries(kinds).flatMap(([kind, texts]) =>
    texts.map((text, place) => ({ kind, text, place: place / texts.length, verdicts: new Set() })),
  );
  return all.toSorted((first, second) => first.place - second.place);
}

async function repeat(milliseconds, weight, act) {
  const start = performance.now();
  let operations = 0;
  let elapsed = 0;
  for (; elapsed < milliseconds; elapsed = performance.now() - start) {
    await act();
    operations += weight;
  }
  return { operations, milliseconds: elapsed };
}
