import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { fromBase58 } from './from-base58.js';
import type { ExpectedKey, SignatureVerifier } from './signature-verifier.js';

// The standards' own documents, kept beside the program; what they must be is written down here once more.
const CONTEXTS: Record<string, { file: string; sha256: string }> = {
  'https://www.w3.org/ns/credentials/v2': {
    file: 'credentials-v2.jsonld',
    sha256: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': {
    file: 'ob-3.0.3.jsonld',
    sha256: '3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': {
    file: 'ob-extensions.jsonld',
    sha256: '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e',
  },
};
const ED25519_PREFIX = 'ed01';

interface SecuredDocument {
  '@context': unknown;
  proof?: Record<string, unknown> | Record<string, unknown>[];
}

/** The algorithm of the standard written down a second time, over Node's Ed25519 and jsonld (VC Data Integrity EdDSA §3.2). */
export class PlainVerifier implements SignatureVerifier {
  readonly name = 'node:crypto and jsonld';

  async problem(signed: string, { verificationMethod, publicKeyMultibase }: ExpectedKey): Promise<string | null> {
    const { proof: proofs, ...document } = JSON.parse(signed) as SecuredDocument;
    const [proof, ...more] = [proofs ?? []].flat();
    if (!proof || more.length > 0) return 'it does not have exactly one proof';
    const { proofValue, ...options } = proof;
    if (options.cryptosuite !== 'eddsa-rdfc-2022' || options.proofPurpose !== 'assertionMethod')
      return 'its proof is of another kind';
    if (options.verificationMethod !== verificationMethod) return `its proof names the key ${String(options.verificationMethod)}`;
    if (typeof proofValue !== 'string') return 'its proof has no value';
    const optionsHash = sha256(await canonize({ '@context': document['@context'], ...options }));
    const documentHash = sha256(await canonize(document));
    const holds = verify(
      null,
      Buffer.concat([optionsHash, documentHash]),
      publicKey(publicKeyMultibase),
      fromMultibase(proofValue),
    );
    return holds ? null : 'its signature is wrong';
  }
}

function publicKey(multibase: string) {
  const bytes = fromMultibase(multibase).toString('hex');
  if (!bytes.startsWith(ED25519_PREFIX)) throw new Error(`${multibase} is not an Ed25519 key`);
  const x = Buffer.from(bytes.slice(ED25519_PREFIX.length), 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** `z` stands for base58 with the Bitcoin alphabet (Controlled Identifiers 1.0 §2.4). */
function fromMultibase(text: string): Buffer {
  if (!text.startsWith('z')) throw new Error(`${text.slice(0, 20)} is not base58`);
  return fromBase58(text.slice(1));
}

async function canonize(document: object): Promise<string> {
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    documentLoader: async (url: string) => ({ contextUrl: undefined, documentUrl: url, document: contextOf(url) }),
  };
  return jsonld.canonize(document, options as unknown as Parameters<typeof jsonld.canonize>[1]);
}

const loaded = new Map<string, object>();

function contextOf(url: string): object {
  const known = loaded.get(url);
  if (known) return known;
  const pin = CONTEXTS[url];
  if (!pin) throw new Error(`it uses the context ${url}, which is not one of ours`);
  const bytes = readFileSync(new URL(`../../modules/credentials/proof/contexts/${pin.file}`, import.meta.url));
  if (sha256(bytes).toString('hex') !== pin.sha256) throw new Error(`the file ${pin.file} is not the published context`);
  const document = JSON.parse(bytes.toString('utf8')) as object;
  loaded.set(url, document);
  return document;
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
