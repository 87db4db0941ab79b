import type { KeyObject } from 'node:crypto';
import type { JsonObject } from '../domain/json.js';
import { signCredential, type SignedCredential } from './sign.js';

/** Signs documents with one key and one date, in their order; as `signCredential`, one after the other. */
export async function signCredentials(
  documents: readonly JsonObject[],
  how: { verificationMethod: string; privateKey: KeyObject; created: Date },
): Promise<SignedCredential[]> {
  const signed: SignedCredential[] = [];
  for (const document of documents) signed.push(await signCredential({ document, ...how }));
  return signed;
}
