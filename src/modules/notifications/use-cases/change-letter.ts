import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { refuseStale } from '../../../platform/http/versions.js';
import type { LetterTemplate } from '../../../platform/letters/catalogue.js';
import { fairCopy } from '../../../platform/letters/fair-copy.js';
import { templateFaults } from '../../../platform/letters/template-faults.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { LetterTemplatesRepository, type TemplateKey } from '../data/letter-templates.repository.js';
import { unfitLetter } from '../problems.js';
import { type EditedLetter, edited } from './read-letters.js';

/** Writes a letter in an institution's own words, or goes back to Cairn's. Counts for letters from now on. */
@Injectable()
export class ChangeLetter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly templates: LetterTemplatesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `wish` `null`: Cairn's own words again. Throws `letter.unfit` with the faults at their fields. */
  async run(actor: Actor, key: TemplateKey, expectedVersion: number, wish: LetterTemplate | null): Promise<EditedLetter> {
    const template = wish && usable(key, wish);
    return this.work.run(actor, async (tx) => {
      // There may be no version yet that could be locked.
      await this.institutions.findForChange(tx, actor.institutionId);
      const [newest] = await this.templates.versions(tx, key, 1);
      refuseStale(newest?.version ?? 0, expectedVersion);
      const now = this.clock.now();
      const version = { version: expectedVersion + 1, template, changedAt: now };
      await this.templates.add(tx, key, version, actor.personId);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: template ? 'letter.reworded' : 'letter.restored',
        actorId: actor.personId,
        subject: { type: 'institution', id: actor.institutionId },
        particulars: { ...key, version: version.version },
        occurredAt: now,
      });
      return edited(key, version);
    });
  }
}

/** What can be sent. */
export function usable({ letter }: TemplateKey, wish: LetterTemplate): LetterTemplate {
  const template = fairCopy(letter, wish);
  const errors = templateFaults(letter, template);
  if (errors.length > 0) throw new Problem(unfitLetter, { errors });
  return template;
}
