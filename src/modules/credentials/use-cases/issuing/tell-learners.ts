import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { blamesRow } from '../../../../platform/database/blames-row.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { queueLetters } from '../../../../platform/letters/queue-letters.js';
import { notify } from '../../../../platform/notices/notify.js';
import { sortOut } from '../../../../platform/sort-out.js';
import { type IssuedBadge, IssuingRepository } from '../../data/issuing.repository.js';
import { BADGE_FILES } from './badge-letters.js';
import { IssuerAddresses } from './issuer-addresses.js';

/** Tells learners of badges that were issued to them: in Cairn, by mail, both or not at all, as they chose. Each badge once, however often it runs. */
@Injectable()
export class TellLearners {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly issuing: IssuingRepository,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** Up to a chunk. Throws where somebody could not be told, after everybody else was. */
  async run(scope: InstitutionScope, credentialIds: readonly string[]): Promise<void> {
    const told = await sortOut(
      credentialIds,
      (some) => this.work.run(scope, async (tx) => (await this.tell(tx, some), some)),
      blamesRow,
    );
    const fault = told.find((one) => one.fault)?.fault;
    if (fault) throw fault;
  }

  private async tell(tx: Tx, credentialIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const badges = await this.issuing.issuedAmong(tx, credentialIds);
    const told = await notify(
      tx,
      badges.map(({ id, institutionId, personId, publicId, enrollmentId, editionId }) => ({
        institutionId,
        personId,
        kind: 'badge_issued' as const,
        dedupeKey: `badge:${id}`,
        enrollmentId,
        particulars: { publicId, editionId },
      })),
      now,
    );
    const letters = badges.flatMap((badge, index) => {
      const { byMail, reader } = told[index] ?? {};
      return reader?.email && byMail ? [this.letter(badge, { ...reader, email: reader.email }, now)] : [];
    });
    await queueLetters(tx, letters);
  }

  private letter<To>({ id, institutionId, publicId, name }: IssuedBadge, to: To, now: Date) {
    return {
      institutionId,
      dedupeKey: `credential-issued:${id}`,
      to,
      kind: 'badge_issued' as const,
      values: { 'badge.name': name, link: this.addresses.credential(publicId) },
      enclosure: { kind: BADGE_FILES, of: id },
      now,
    };
  }
}
