import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { NotesRepository, type WrittenNote } from '../data/notes.repository.js';
import { courseOfActivity } from '../domain/edition-outline.js';
import type { PlacedNote } from '../domain/notes-document.js';
import { EditionOutlines } from './edition-outlines.js';

export interface NotesQuery {
  words: string;
  cursor?: string | undefined;
  limit: number;
}

/** As many as anybody writes; a file is made of them at once. */
const MOST = 5_000;

/** All notes of one's own, with where they stand. */
@Injectable()
export class ReadNotes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notes: NotesRepository,
    private readonly outlines: EditionOutlines,
  ) {}

  /** The newest first, one more than `limit`. */
  async list(actor: Actor, { words, cursor, limit }: NotesQuery): Promise<PlacedNote[]> {
    return this.work.read(actor, async (tx) =>
      this.placed(tx, await this.notes.list(tx, actor.personId, words.trim(), readCursor(cursor), limit)),
    );
  }

  async all(actor: Actor): Promise<PlacedNote[]> {
    return this.work.read(actor, async (tx) => this.placed(tx, await this.notes.list(tx, actor.personId, '', null, MOST)));
  }

  private async placed(tx: Tx, notes: readonly WrittenNote[]): Promise<PlacedNote[]> {
    const placed: PlacedNote[] = [];
    for (const { enrollmentId, activityId, editionId, text, updatedAt } of notes) {
      const edition = await this.outlines.of(tx, editionId);
      const course = courseOfActivity(edition, activityId);
      const places = edition.courses.flatMap(({ activities }) => activities.map(({ id }) => id));
      placed.push({
        enrollmentId,
        activityId,
        text,
        updatedAt,
        microCredential: edition.title,
        course: course?.title ?? null,
        activity: course?.activities.find(({ id }) => id === activityId)?.title ?? null,
        place: places.indexOf(activityId),
      });
    }
    return placed;
  }
}
