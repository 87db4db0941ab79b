import type { JsonObject } from '../domain/json.js';
import { templates } from './canonical/templates.js';
import { canonicalNQuads } from './canonicalize.js';
import { sha256 } from './digests.js';
import { type SignedCredential, Signer, type SigningTerms } from './signer.js';

// While a batch is signed, locks are renewed, requests answered and shutdowns noticed in between.
const sliceMilliseconds = 50;

/**
 * Secures documents with eddsa-rdfc-2022 proofs, in their order, as `signCredential` would one by one. Two dozen or more of
 * equal shape are signed from a compiled template, and so are later ones that fit it; others by the walker or the library. Gives way to other work every 50 ms.
 * Throws UnsafeDocumentError or UnknownContextError when one of them must not be signed, or already has a proof; then none is signed.
 */
export async function signCredentials(documents: readonly JsonObject[], how: SigningTerms): Promise<SignedCredential[]> {
  const signer = new Signer(how);
  for (const document of documents) signer.refuseSigned(document);
  const slices = new Slices();
  const signed = await signFromTemplates(documents, signer, slices);
  const left = documents.flatMap((document, place) => (signed[place] ? [] : [{ document, place }]));
  const learned = await templates.learn(left.map(({ document }) => document));
  for (const { document, place } of left) {
    if (slices.isOver) await slices.breathe();
    signed[place] = (learned ? await signFromTemplate(document, signer) : undefined) ?? (await signByText(document, signer));
  }
  return signed as SignedCredential[];
}

/** On its own: as a part of the function above it leaves a batch's results to the old generation of the heap, at half the time of signing. */
async function signFromTemplates(
  documents: readonly JsonObject[],
  signer: Signer,
  slices: Slices,
): Promise<(SignedCredential | undefined)[]> {
  const signed: (SignedCredential | undefined)[] = [];
  for (const document of documents) {
    if (slices.isOver) await slices.breathe();
    signed.push(await signFromTemplate(document, signer));
  }
  return signed;
}

async function signFromTemplate(document: JsonObject, signer: Signer): Promise<SignedCredential | undefined> {
  const rendered = templates.render(document);
  if (!rendered) return undefined;
  const { json, digest, contexts } = rendered;
  return signer.seal(json, signer.keptOptionsDigest(contexts) ?? (await signer.optionsDigest(contexts)), digest);
}

async function signByText(document: JsonObject, signer: Signer): Promise<SignedCredential> {
  const options = await signer.optionsDigest(document['@context'] ?? []);
  const digest = sha256(await canonicalNQuads(document));
  return signer.seal({ frame: [JSON.stringify(document)], own: [] }, options, digest);
}

/** Keeps one piece of work from holding the process longer than a slice. */
class Slices {
  private began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.began >= sliceMilliseconds;
  }

  async breathe(): Promise<void> {
    await new Promise(setImmediate);
    this.began = performance.now();
  }
}
