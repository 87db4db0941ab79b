import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { type Note, NotesRepository } from '../data/notes.repository.js';
import { courseOfActivity } from '../domain/edition-outline.js';
import { Learners } from './learners.js';

/** The note of a learner beside an activity. Nobody else reads it, whatever their role; it stays theirs when the offering is over. */
@Injectable()
export class KeepNote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    private readonly notes: NotesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(actor: Actor, enrollmentId: string, activityId: string): Promise<Note> {
    return this.work.run(actor, async (tx) => {
      const note = await this.notes.find(tx, enrollmentId, activityId);
      await this.refuseStrangers(tx, actor, note);
      return note;
    });
  }

  /** `expected`: the version that the learner saw; 0 before the first. */
  async write(actor: Actor, enrollmentId: string, activityId: string, text: string, expected: number): Promise<Note> {
    return this.work.run(actor, async (tx) => {
      const before = await this.notes.find(tx, enrollmentId, activityId);
      await this.refuseStrangers(tx, actor, before);
      refuseStale(before.version, expected);
      const note = { enrollmentId, activityId, text, updatedAt: this.clock.now(), personId: actor.personId };
      const written = await this.notes.put(tx, note, expected);
      // Somebody was faster between the two statements.
      if (!written) refuseStale((await this.notes.find(tx, enrollmentId, activityId)).version, expected);
      return written ?? before;
    });
  }

  /** What was written may stay beside an activity that the learner's edition has no more. */
  private async refuseStrangers(tx: Tx, actor: Actor, { enrollmentId, activityId, version }: Note): Promise<void> {
    const { edition } = await this.learners.own(tx, actor, enrollmentId);
    if (version === 0 && !courseOfActivity(edition, activityId)) throw new Problem(notFound);
  }
}
