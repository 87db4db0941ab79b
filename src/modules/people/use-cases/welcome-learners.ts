import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { EnsureLearners, type LearnerWish } from './ensure-learners.js';
import type { EnsuredMember } from './ensure-member.js';
import { IssueLink } from './issue-link.js';
import { joinedLetter, welcomeLetter } from './letters.js';
import { SendLetter } from './send-letter.js';

/** As `EnsureMember` for many at once who become learners, each written to once: a handful of statements, however many there are. */
@Injectable()
export class WelcomeLearners {
  constructor(
    private readonly learners: EnsureLearners,
    private readonly institutions: InstitutionsRepository,
    private readonly issueLink: IssueLink,
    private readonly sendLetter: SendLetter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order of the wishes. Runs in the caller's transaction, in the scope of the institution. */
  async in(tx: Tx, institutionId: string, wishes: readonly LearnerWish[]): Promise<EnsuredMember[]> {
    const institution = await this.institutions.find(tx, institutionId);
    if (!institution) throw new Error('Members are added in the scope of an institution');
    const { ensured, added, joined } = await this.learners.ensure(tx, institutionId, wishes);
    const people = new Map(ensured.flatMap((one) => (one.ensured ? [[one.person.id, one.person] as const] : [])));
    const paths = await this.issueLink.forNew(tx, [...added], 'welcome');
    const letters = [...people.values()].flatMap(({ id, name, email }) => {
      if (!email || !joined.has(id)) return [];
      const path = paths.get(id);
      const letter = { name, institution: institution.name, link: this.sendLetter.address(path ?? '/sign-in') };
      return [{ recipient: email, letter: path ? welcomeLetter(letter) : joinedLetter(letter) }];
    });
    await this.sendLetter.all(tx, institutionId, letters, this.clock.now());
    return ensured;
  }
}
