import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../../platform/events/record-event.js';
import { CredentialActsRepository, type RevocableForm } from '../../data/credential-acts.repository.js';
import { mayAct } from '../../domain/credential-state.js';
import { StatusRegistry } from './status-registry.js';

export interface Revocation {
  institutionId: string;
  /** Of the credentials; whichever form of each is the newest is revoked. */
  publicIds: readonly string[];
  /** Stays inside the institution. */
  reason: string;
  actorId: string;
}

/** Takes credentials back for good: any number of them in a handful of statements, so that one and ten thousand go the same way. */
@Injectable()
export class RevokeForms {
  constructor(
    private readonly acts: CredentialActsRepository,
    private readonly statuses: StatusRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The ids of the forms that were revoked just now. What is revoked already stays as it is. */
  async in(tx: Tx, { institutionId, publicIds, reason, actorId }: Revocation): Promise<{ id: string; publicId: string }[]> {
    const forms = await this.newestForms(tx, publicIds);
    const due = forms.filter(({ state }) => mayAct('revoke', state));
    const now = this.clock.now();
    await this.acts.markRevoked(
      tx,
      due.map(({ id }) => id),
    );
    await this.acts.addRevocations(
      tx,
      due.map(({ id }) => ({ credentialId: id, institutionId, reason, revokedBy: actorId, revokedAt: now })),
    );
    await recordEvents(
      tx,
      due.map(({ id }) => ({
        institutionId,
        type: 'credential.revoked',
        actorId,
        subject: { type: 'credential', id },
        occurredAt: now,
      })),
    );
    await this.statuses.changed(
      tx,
      institutionId,
      due.map(({ statusListId }) => statusListId),
    );
    return due;
  }

  /** A form that was superseded while its lock was waited for is not found; the one that took its place is, by asking again. */
  private async newestForms(tx: Tx, publicIds: readonly string[]): Promise<RevocableForm[]> {
    if (publicIds.length === 0) return [];
    const forms = await this.acts.newestFormsLocked(tx, publicIds);
    const found = new Set(forms.map(({ publicId }) => publicId));
    return [
      ...forms,
      ...(await this.newestForms(
        tx,
        publicIds.filter((publicId) => !found.has(publicId)),
      )),
    ];
  }
}
