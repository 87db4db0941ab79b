import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EnsureLearners, type LearnerWish } from './ensure-learners.js';
import type { EnsuredMember } from './ensure-member.js';
import { IssueLink } from './issue-link.js';
import { type MemberLetter, SendLetter } from './send-letter.js';

/** As `EnsureMember` for many at once who become learners, each written to once: a handful of statements, however many there are. */
@Injectable()
export class WelcomeLearners {
  constructor(
    private readonly learners: EnsureLearners,
    private readonly issueLink: IssueLink,
    private readonly sendLetter: SendLetter,
  ) {}

  /** In the order of the wishes. Runs in the caller's transaction, in the scope of the institution. */
  async in(tx: Tx, institutionId: string, wishes: readonly LearnerWish[]): Promise<EnsuredMember[]> {
    const { ensured, added, joined } = await this.learners.ensure(tx, institutionId, wishes);
    const people = new Map(ensured.flatMap((one) => (one.ensured ? [[one.person.id, one.person] as const] : [])));
    const paths = await this.issueLink.forNew(tx, [...added], 'welcome');
    const letters = [...people.values()].flatMap((person): MemberLetter[] => {
      const { id, email } = person;
      if (!email || !joined.has(id)) return [];
      const path = paths.get(id);
      const link = this.sendLetter.address(path ?? '/sign-in');
      return [{ to: { ...person, email }, kind: path ? 'welcome' : 'joined', values: { link } }];
    });
    await this.sendLetter.all(tx, institutionId, letters);
    return ensured;
  }
}
