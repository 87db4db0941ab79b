import type { JsonObject } from '../domain/json.js';
import { signCredentials } from './sign-many.js';
import type { SignedCredential, SigningTerms } from './signer.js';

export { hashPair, type SignedCredential } from './signer.js';

/** Everything a signature depends on. The same intent always gives the same bytes, so a job that runs twice does no harm. */
export interface SigningIntent extends SigningTerms {
  readonly document: JsonObject;
}

/**
 * Secures a document with an eddsa-rdfc-2022 DataIntegrityProof (VC Data Integrity EdDSA Cryptosuites §3.2.1).
 * Throws UnsafeDocumentError or UnknownContextError for a document that must not be signed, also when it already has a proof.
 */
export async function signCredential({ document, ...terms }: SigningIntent): Promise<SignedCredential> {
  const [signed] = await signCredentials([document], terms);
  return signed as SignedCredential;
}
