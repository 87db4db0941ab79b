import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { EvidenceRepository } from '../../data/evidence.repository.js';
import type { PublishedEvidence } from '../../data/published-evidence.entity.js';
import { ownCredential } from '../sharing/own-credential.js';

/** Closes the address of evidence for good. The badge still names it, with its digest, and stays genuine. */
@Injectable()
export class WithdrawEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly evidence: EvidenceRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(actor: Actor, credentialId: string): Promise<PublishedEvidence[]> {
    return this.work.run(actor, async (tx) => {
      await ownCredential(tx, this.credentials, actor, credentialId);
      return this.evidence.ofCredential(tx, credentialId);
    });
  }

  async run(actor: Actor, credentialId: string, evidenceId: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      await ownCredential(tx, this.credentials, actor, credentialId);
      const now = this.clock.now();
      if (!(await this.evidence.withdraw(tx, credentialId, evidenceId, now))) throw new Problem(notFound);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'credential.evidence_withdrawn',
        actorId: actor.personId,
        subject: { type: 'credential', id: credentialId },
        particulars: { evidenceId },
        occurredAt: now,
      });
    });
  }
}
