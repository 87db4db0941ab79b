import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { invalidFields } from '../../../../platform/http/problems.js';
import { newId, newToken } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { GivenEndorsement } from '../../data/given-endorsement.entity.js';
import { buildEndorsement } from '../../domain/endorsement.js';
import { isUri } from '../../domain/uri.js';
import { signEndorsement } from '../../jobs/sign-endorsement.js';
import { EndorsedSubject } from './endorsed-subject.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { PlanForm } from './plan-form.js';
import type { KnownEndorsement } from './read-endorsements.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;
const LONGEST_YEARS = 5;

export interface EndorsementWish {
  subject: string;
  comment: string;
  validUntil: Date;
}

/** Puts the institution's name behind somebody else's achievement or behind another issuer. Freezes what is said; a worker signs it. */
@Injectable()
export class GiveEndorsement {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly endorsements: EndorsementsRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly subjects: EndorsedSubject,
    private readonly planForm: PlanForm,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  async run(actor: Actor, { subject, comment, validUntil }: EndorsementWish): Promise<KnownEndorsement> {
    const now = this.clock.now();
    refuseUnfit(subject, validUntil, now);
    const owner = await this.work.run(system('anybody’s achievement may be endorsed, but not one’s own'), (tx) =>
      this.subjects.institutionOf(tx, subject),
    );
    if (owner === actor.institutionId) throw unfit('subject', 'own', 'Nobody endorses themselves. Name another’s achievement.');
    if (owner === null && this.subjects.isOurs(subject))
      throw unfit('subject', 'unknown', 'There is no such achievement or issuer here. Copy its address whole.');
    return this.work.runOnce(actor, async (tx) => {
      const institution = await this.institutions.find(tx, actor.institutionId);
      if (!institution) throw new Error(`The institution ${actor.institutionId} is gone`);
      const publicId = newToken(128);
      const { slug, name, url } = institution;
      const given: GivenEndorsement = {
        id: newId(),
        institutionId: institution.id,
        publicId,
        subject,
        comment,
        givenBy: actor.personId,
        givenAt: now,
        validUntil,
        withdrawnBy: null,
        withdrawnAt: null,
      };
      await this.endorsements.give(tx, given);
      const form = await this.planForm.in(tx, institution, { endorsementId: given.id, form: 1 }, (status) =>
        buildEndorsement({
          id: this.addresses.endorsement(publicId),
          endorser: { id: this.addresses.did(slug), name, url: url ?? this.addresses.issuer(slug) },
          subject,
          comment,
          validFrom: now,
          validUntil,
          status,
        }),
      );
      await recordEvent(tx, {
        institutionId: institution.id,
        type: 'endorsement.given',
        actorId: actor.personId,
        subject: { type: 'endorsement', id: given.id },
        particulars: { subject },
        occurredAt: now,
      });
      const { id: endorsementId, institutionId } = given;
      await enqueue(tx, signEndorsement, { endorsementId }, { institutionId, dedupeKey: endorsementId, now });
      return { ...given, document: form.document, signed: null };
    });
  }
}

function refuseUnfit(subject: string, validUntil: Date, now: Date): void {
  if (!isUri(subject)) {
    throw unfit('subject', 'uri', 'Name the address of an achievement, or the DID of an issuer.');
  }
  if (validUntil <= now || validUntil.getTime() > now.getTime() + LONGEST_YEARS * YEAR_MS) {
    throw unfit('validUntil', 'range', `Choose a moment within the next ${LONGEST_YEARS} years.`);
  }
}

function unfit(name: string, code: string, detail: string): Problem {
  return new Problem(invalidFields, { errors: [{ field: name, code, detail }] });
}
