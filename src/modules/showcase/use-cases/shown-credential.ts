import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type Credential, type CredentialFacts, HeldCredentials, PublicDocuments } from '../../credentials/index.js';
import { notInForce } from '../problems.js';

export interface Shown {
  readonly credential: Credential;
  readonly facts: CredentialFacts;
}

const STATES: Record<Exclude<Credential['state'], 'issued' | 'expired'>, string> = {
  suspended: 'Its issuer has suspended it.',
  revoked: 'Its issuer has taken it back.',
  superseded: 'A corrected credential replaced it.',
};

/** The credential behind a public address, if whoever has the address may see it, with all that it says. */
@Injectable()
export class ShownCredential {
  constructor(
    private readonly documents: PublicDocuments,
    private readonly work: UnitOfWork,
    private readonly held: HeldCredentials,
  ) {}

  /** For what people hang up and pass on: only while the credential is in force. An expired one tells of its end itself. */
  async inForce(publicId: string): Promise<Shown> {
    return inForce(await this.any(publicId));
  }

  /** For its learner alone, however private they keep it: the newest form of what the id is a form of, while it is in force. */
  async forLearner(institutionId: string, credentialId: string): Promise<Shown> {
    const credential = await this.work.run({ institutionId }, (tx) => this.held.newest(tx, credentialId));
    if (!credential) throw new Problem(notFound);
    return inForce({ credential, facts: await this.documents.factsOf(credential) });
  }

  async any(publicId: string): Promise<Shown> {
    const credential = await this.documents.credential(publicId);
    if (!credential) throw new Problem(notFound, { detail: 'There is no credential here. Was the address copied whole?' });
    return { credential, facts: await this.documents.factsOf(credential) };
  }
}

function inForce(shown: Shown): Shown {
  const { state } = shown.credential;
  if (state === 'issued' || state === 'expired') return shown;
  const { url } = shown.facts;
  throw new Problem(notInForce, { detail: `${STATES[state]} Its page tells what holds now: ${url}`, facts: { state, url } });
}
