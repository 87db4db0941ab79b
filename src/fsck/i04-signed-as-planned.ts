import { createHash } from 'node:crypto';
import type { Breach, Inspection, Invariant } from './inspection.js';
import { pages } from './query.js';
import { signatureProblem } from './signature/signature-verifier.js';

interface SignedAward {
  id: string;
  publicId: string;
  /** `null`: it was signed before its plan was written, and its words are those of what was signed. */
  document: string | null;
  documentSha256: string | null;
  proofCreated: string;
  statusListId: string;
  statusIndex: number;
  fragment: string;
  publicKeyMultibase: string;
  /** `null` while it is only planned. */
  signed: string | null;
  signedSha256: string | null;
  samePublicId: boolean | null;
  /** What the form says that it replaces, if it replaces one. */
  earlier: string | null;
}

/** As far as it is what it should be. */
interface ReadCredential {
  id?: string;
  issuer?: string | { id?: string };
  awardedDate?: string;
  validFrom?: string;
  credentialSubject?: { achievement?: unknown };
  credentialStatus?: { statusListCredential?: string; statusListIndex?: string };
  proof?: { created?: string } | { created?: string }[];
}

const AWARDS = `
  select i.id, i.public_id as "publicId", i.document, i.document_sha256 as "documentSha256", i.proof_created as "proofCreated",
         i.status_list_id as "statusListId", i.status_index as "statusIndex", k.fragment, k.public_key_multibase as "publicKeyMultibase",
         c.signed, c.signed_sha256 as "signedSha256", c.public_id = i.public_id as "samePublicId",
         coalesce(e.document, r.signed) as earlier
    from credential_intent i left join credential_intent e on e.id = i.supersedes_id left join credential r on r.id = e.id join signing_key k on k.id = i.signing_key_id left join credential c on c.id = i.id
   where i.id > $1 order by i.id limit $2`;

export const signedAsPlanned: Invariant = {
  id: 'I4',
  says: 'what was signed is exactly what was planned, and the signature holds',
  check: async (inspection) => {
    const breaches: Breach[] = [];
    let planned = 0;
    let signatures = 0;
    for await (const batch of pages<SignedAward>(inspection.snapshot, AWARDS, 200)) {
      planned += batch.length;
      for (const award of batch) {
        const problems = award.signed === null ? planProblems(award) : await problemsOf(award, award.signed, inspection);
        breaches.push(...problems.map((detail) => ({ subject: `credential ${award.id}`, detail })));
        if (award.signed !== null) signatures++;
      }
    }
    return { counts: { planned, signatures }, breaches };
  },
};

function planProblems({ document, documentSha256, signed, earlier }: SignedAward): string[] {
  const words = document ?? signed;
  if (words === null) return ['its plan has no words, and nothing was signed'];
  return [
    ...(document === null || sha256(document) === documentSha256 ? [] : ['its plan was changed: the hash is another']),
    ...(earlier === null ? [] : successionProblems(read(words), read(earlier))),
  ];
}

/** A new form is of the same award, and newer (OB 3.0, equality of credentials). */
function successionProblems(document: ReadCredential | null, earlier: ReadCredential | null): string[] {
  if (!document || !earlier) return ['its plan, or that of the form before it, is no credential'];
  const claims = ({ id, issuer, awardedDate, credentialSubject }: ReadCredential) =>
    JSON.stringify([id, typeof issuer === 'string' ? issuer : issuer?.id, awardedDate, credentialSubject?.achievement]);
  return [
    ...(claims(document) === claims(earlier) ? [] : ['it is of another award than the form that it replaces']),
    ...(Date.parse(document.validFrom ?? '') > Date.parse(earlier.validFrom ?? '')
      ? []
      : ['it is no newer than the form that it replaces']),
  ];
}

async function problemsOf(award: SignedAward, signed: string, { signatures }: Inspection): Promise<string[]> {
  const problems = planProblems(award);
  if (sha256(signed) !== award.signedSha256) problems.push('its signed bytes were changed: the hash is another');
  if (!award.samePublicId) problems.push('it is published under another address than planned');
  const credential = read(signed);
  if (!credential) return [...problems, 'its signed bytes are no credential'];
  const { proof, ...unsigned } = credential;
  if (award.document !== null && sha256(JSON.stringify(unsigned)) !== award.documentSha256)
    problems.push('it says something else than was planned');
  return [
    ...problems,
    ...claimProblems(award, credential, proof),
    ...(await signatureProblems(award, credential, signed, signatures)),
  ];
}

function read(signed: string): ReadCredential | null {
  try {
    const value: unknown = JSON.parse(signed);
    return typeof value === 'object' ? value : null;
  } catch {
    // Whatever it is, it is no credential.
    return null;
  }
}

/** What a verifier is sent on to must be what the rows stand for. */
function claimProblems(award: SignedAward, { id, credentialStatus }: ReadCredential, proof: ReadCredential['proof']): string[] {
  const created = [proof ?? []].flat()[0]?.created;
  return [
    ...(id?.endsWith(`/${award.publicId}`) ? [] : [`it calls itself ${id ?? 'nothing'}`]),
    ...(credentialStatus?.statusListCredential?.endsWith(`/${award.statusListId}`) ? [] : ['it points to another status list']),
    ...(credentialStatus?.statusListIndex === String(award.statusIndex) ? [] : ['it points to another place of its status list']),
    ...(sameSecond(created, award.proofCreated) ? [] : ['its proof has another date than planned']),
  ];
}

async function signatureProblems(
  { fragment, publicKeyMultibase }: SignedAward,
  { issuer }: ReadCredential,
  signed: string,
  signatures: Inspection['signatures'],
): Promise<string[]> {
  const did = typeof issuer === 'string' ? issuer : issuer?.id;
  const problem = await signatureProblem(signatures, signed, { verificationMethod: `${did}#${fragment}`, publicKeyMultibase });
  return problem === null ? [] : [`its signature does not hold: ${problem}`];
}

/** Proofs are dated to the second. */
function sameSecond(one: string | undefined, other: string): boolean {
  return one !== undefined && Math.floor(Date.parse(one) / 1_000) === Math.floor(Date.parse(other) / 1_000);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
