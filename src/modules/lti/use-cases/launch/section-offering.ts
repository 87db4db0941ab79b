import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { EditionStore } from '../../../catalog/index.js';
import { FOR_ONE_COURSE, OpenOffering } from '../../../enrollment/index.js';
import { ContextsRepository, type LtiContext } from '../../data/contexts.repository.js';

/**
 * The offering in which a course's people go through a micro-credential. Each course has one of its own, of the edition that was the
 * newest when it began: a course that was copied starts anew and never shares people, places or grades with the one it came from.
 */
@Injectable()
export class SectionOffering {
  constructor(
    private readonly contexts: ContextsRepository,
    private readonly editions: EditionStore,
    private readonly openOffering: OpenOffering,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction; the context is locked by it. `null` for a micro-credential that is not there or was never published. */
  async in(tx: Tx, context: LtiContext, microCredentialId: string): Promise<string | null> {
    const known = await this.contexts.sectionFor(tx, context.id, microCredentialId);
    if (known) return known;
    const edition = await this.editions.latest(tx, microCredentialId);
    if (!edition) return null;
    const now = this.clock.now();
    const { id } = await this.openOffering.in(tx, context.institutionId, null, {
      ...FOR_ONE_COURSE,
      editionId: edition.id,
      title:
        [context.label, context.title]
          .filter((part) => part !== '')
          .join(' · ')
          .slice(0, LONGEST_TITLE) || edition.title,
      startsAt: now,
      enrollFrom: now,
    });
    await this.contexts.addSection(tx, context.id, microCredentialId, id, now);
    return id;
  }
}

const LONGEST_TITLE = 200;
