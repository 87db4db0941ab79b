import { Injectable } from '@nestjs/common';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import { isJsonObject } from '../../domain/json.js';
import { failed, type Verification } from '../../proof/verifying/verification.js';
import { PublicDocuments } from '../sharing/public-documents.js';

const SCOPE = system('anybody may ask why their copy of a credential does not hold; its place says whose it is');

const WORDS = {
  suspended: 'The issuer has suspended it.',
  superseded: 'The issuer has replaced it by a newer form, which its address gives.',
  withdrawn: 'Who gave this endorsement has withdrawn it.',
};

/** A set bit says only that a credential no longer holds (ADR 8). Of our own we know more: whether it is suspended, or was replaced. */
@Injectable()
export class OwnStatus {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly endorsements: EndorsementsRepository,
    private readonly documents: PublicDocuments,
  ) {}

  async tellApart(verification: Verification): Promise<Verification> {
    const state = await this.stateOf(verification);
    if (state !== 'suspended' && state !== 'superseded' && state !== 'withdrawn') return verification;
    const checks = verification.checks.map((one) => (one.check === 'status' ? failed('status', state, WORDS[state]) : one));
    return { ...verification, checks };
  }

  /** Only for who shows what we signed: to others, places in our lists tell nothing. */
  private async stateOf({ checks, credential }: Verification) {
    const genuine = checks.some(({ check, outcome }) => check === 'proof' && outcome === 'passed');
    const raised = checks.some(({ check, reason }) => check === 'status' && reason === 'revoked');
    const status = credential?.['credentialStatus'];
    if (!genuine || !raised || status === undefined || !isJsonObject(status)) return null;
    const { statusListCredential: url, statusListIndex: index } = status;
    const prefix = this.documents.addresses.statusList('');
    if (typeof url !== 'string' || !url.startsWith(prefix) || typeof index !== 'string') return null;
    const listId = url.slice(prefix.length);
    return this.work.read(
      SCOPE,
      async (tx) =>
        (await this.credentials.stateAt(tx, listId, Number(index))) ?? this.endorsements.endAt(tx, listId, Number(index)),
    );
  }
}
