import { projectFile } from '../src/platform/project-file.js';
import type { ApiClient } from './api-client.js';

export interface Badge {
  learner: string;
  url: string;
}

export interface VerifiedBadge {
  verified: boolean;
  tamperedRefused: boolean;
}

type Verifier = typeof import('./independent-verifier.mjs');

/** Fetches a badge as an employer would and has it checked by the unmodified @digitalbazaar/vc, once as it is and once with one word changed. */
export async function verifyBadge(anybody: ApiClient, { url }: Badge): Promise<VerifiedBadge> {
  const { verifyIndependently } = (await import(projectFile('demo/independent-verifier.mjs').href)) as Verifier;
  const text = await anybody.text(new URL(url).pathname, 'application/vc+ld+json');
  const credential = JSON.parse(text) as {
    name: string;
    issuer: { id: string };
    credentialStatus: { statusListCredential: string };
  };
  const slug = credential.issuer.id.split(':').at(-1) ?? '';
  const document = async (path: string) => JSON.parse(await anybody.text(path, 'application/json')) as object;
  const world = {
    didDocument: await document(`/issuers/${slug}/did.json`),
    statusListCredential: await document(new URL(credential.credentialStatus.statusListCredential).pathname),
  };
  const { verified } = await verifyIndependently(text, world);
  const tampered = await verifyIndependently({ ...credential, name: `${credential.name}!` }, world);
  return { verified, tamperedRefused: !tampered.verified };
}
