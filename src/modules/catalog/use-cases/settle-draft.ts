import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import { CoursesRepository } from '../data/courses.repository.js';
import { followCourses } from '../domain/follow-courses.js';
import type { MicroCredentialDraft } from '../domain/micro-credential.js';
import { nameRubricParts, type Unnamed } from '../domain/name-parts.js';
import type { Rubric } from '../domain/project.js';
import { courseUnknown } from '../problems.js';
import { RefuseUnknownFiles } from './refuse-unknown-files.js';

/** Fields of a draft as an author sends them: parts of the rubric may lack ids. */
export type DraftChanges = Partial<Omit<MicroCredentialDraft, 'rubric'>> & { rubric?: Unnamed<Rubric> | null };

/** Makes changed fields fit to be kept: courses and badge image there, parts of the rubric named, the sequence following its courses. */
@Injectable()
export class SettleDraft {
  constructor(
    private readonly courses: CoursesRepository,
    private readonly refuseUnknownFiles: RefuseUnknownFiles,
  ) {}

  /**
   * The draft with the changes. Where `courseIds` changes and `sequence` does not, the sequence is made anew only if it was still
   * the default one: see `followCourses`.
   */
  async in(tx: Tx, institutionId: string, draft: MicroCredentialDraft, changes: DraftChanges): Promise<MicroCredentialDraft> {
    const { rubric, courseIds, badgeImageFileId } = changes;
    if (courseIds) await this.refuseUnknownCourses(tx, institutionId, courseIds);
    if (badgeImageFileId) {
      await this.refuseUnknownFiles.in(tx, institutionId, 'badge-image', [
        { field: 'badgeImageFileId', fileId: badgeImageFileId },
      ]);
    }
    return {
      ...draft,
      ...changes,
      rubric: rubric === undefined ? draft.rubric : rubric && nameRubricParts(rubric, newId),
      sequence: changes.sequence ?? followCourses(draft.sequence, draft.courseIds, courseIds ?? draft.courseIds),
    };
  }

  private async refuseUnknownCourses(tx: Tx, institutionId: string, courseIds: readonly string[]): Promise<void> {
    const known = new Set((await this.courses.findMany(tx, institutionId, courseIds)).map(({ id }) => id));
    const errors = courseIds.flatMap((id, index) => {
      const field = `courseIds[${index}]`;
      if (!known.has(id)) return [{ field, code: 'course_unknown', detail: `There is no course ${id}.` }];
      if (courseIds.indexOf(id) < index) return [{ field, code: 'course_repeated', detail: 'The course is named twice.' }];
      return [];
    });
    if (errors.length > 0) throw new Problem(courseUnknown, { detail: 'Name courses of your institution, each once.', errors });
  }
}
