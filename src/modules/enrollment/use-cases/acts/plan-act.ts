import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { invalidFields } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import type { LetterTemplate } from '../../../../platform/letters/catalogue.js';
import { fairCopy } from '../../../../platform/letters/fair-copy.js';
import { templateFaults } from '../../../../platform/letters/template-faults.js';
import { type ActProgress, EnrollmentActsRepository } from '../../data/enrollment-acts.repository.js';
import type { Offering } from '../../data/offering.entity.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import type { ActKind } from '../../domain/enrollment-act.js';
import { isOver } from '../../domain/transfer.js';
import { noPlaces } from '../../problems.js';
import { JudgePlaces } from './judge-places.js';

export interface WishedAct {
  kind: ActKind;
  /** Of more time. */
  dueAt: Date | null;
  /** Where places go. */
  toOfferingId: string | null;
  /** What is written to people. */
  letter: LetterTemplate | null;
  reason: string;
}

/** Fixes which places an act is about, and says of each whether it could be done now. Nothing is done yet. */
@Injectable()
export class PlanAct {
  constructor(
    private readonly acts: EnrollmentActsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly judge: JudgePlaces,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, in the scope of the institution. Ids that are not here are left out. */
  async in(tx: Tx, { institutionId, personId }: Actor, wish: WishedAct, ids: readonly string[]): Promise<ActProgress> {
    const now = this.clock.now();
    refuseUnfit(wish, now);
    const letter = wish.letter && usableLetter(wish.letter);
    const destination = wish.toOfferingId === null ? null : await this.destination(tx, wish.toOfferingId, now);
    const act = {
      id: newId(),
      institutionId,
      ...wish,
      letter,
      requestedBy: personId,
      requestedAt: now,
      confirmedAt: null,
      finishedAt: null,
      undoRequestedBy: null,
      undoRequestedAt: null,
      undoneAt: null,
    };
    const rows = await this.judge.in(tx, act, [...new Set(ids)]);
    if (rows.length === 0) throw new Problem(noPlaces, { detail: 'Choose other filters, or select somebody.' });
    await this.acts.add(tx, act);
    await this.acts.addRows(tx, act, rows);
    const refused = rows.filter(({ outcome }) => outcome === 'refused').length;
    return { ...act, toOffering: destination?.title ?? null, counts: { refused, waiting: rows.length - refused } };
  }

  private async destination(tx: Tx, id: string, now: Date): Promise<Offering> {
    const offering = await this.offerings.find(tx, id);
    if (offering && !isOver(offering, now)) return offering;
    throw unfit('toOfferingId', 'offering_over', 'Choose an offering that goes on.');
  }
}

function refuseUnfit({ kind, dueAt, toOfferingId, letter }: WishedAct, now: Date): void {
  if ((kind === 'extend') !== (dueAt !== null)) {
    const detail = kind === 'extend' ? 'Choose a moment that is still to come.' : 'Only more time has a deadline. Leave it out.';
    throw unfit('dueAt', 'order', detail);
  }
  if (dueAt !== null && dueAt <= now) throw unfit('dueAt', 'order', 'Choose a moment that is still to come.');
  if ((kind === 'transfer') !== (toOfferingId !== null)) {
    const detail =
      kind === 'transfer' ? 'Choose the offering where they go.' : 'Nobody goes to another offering by this. Leave it out.';
    throw unfit('toOfferingId', 'order', detail);
  }
  if ((kind === 'remind') !== (letter !== null)) {
    const detail =
      kind === 'remind' ? 'Write a subject and a text.' : 'Only a reminder has a subject and a text. Leave them out.';
    throw unfit('subject', 'order', detail);
  }
}

function usableLetter(wish: LetterTemplate): LetterTemplate {
  const letter = fairCopy('reminder', wish);
  const errors = templateFaults('reminder', letter);
  if (errors.length > 0) throw new Problem(invalidFields, { errors });
  return letter;
}

function unfit(field: string, code: string, detail: string): Problem {
  return new Problem(invalidFields, { errors: [{ field, code, detail }] });
}
