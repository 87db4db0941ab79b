import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { CourseFilesRepository } from '../data/course-files.repository.js';
import { CoursesRepository } from '../data/courses.repository.js';
import { EditionsRepository } from '../data/editions.repository.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { filesOfCourse } from '../domain/course-files.js';
import type { EditionCourse } from '../domain/edition.js';
import type { PublishingCandidate } from '../domain/publishing-checks.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { PublishingCandidates } from './publishing-candidates.js';

/** Authored material with the rows of all files that it names and that are there, by id. */
export interface Material<Content> {
  id: string;
  content: Content;
  files: ReadonlyMap<string, StoredFile>;
  /** When it last changed; of an edition, when it was published. */
  at: Date;
}

export interface EditionMaterial extends Material<PublishingCandidate> {
  microCredentialId: string;
  number: number;
}

/** Authored material as it is, right answers included: for those who may change it. Throws `access.not_allowed` and `request.not_found`. */
@Injectable()
export class ReadMaterial {
  constructor(
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly editions: EditionsRepository,
    private readonly courses: CoursesRepository,
    private readonly candidates: PublishingCandidates,
    private readonly courseFiles: CourseFilesRepository,
  ) {}

  /** A draft, however little of it is there. */
  async draft(tx: Tx, actor: Actor, id: string): Promise<Material<PublishingCandidate>> {
    refuseUnlessAllowed(canAuthor(actor));
    const found = await this.microCredentials.find(tx, id);
    if (!found) throw new Problem(notFound);
    const { courseIds, ...described } = found.draft;
    const content = { ...described, courses: await this.candidates.coursesOf(tx, found.institutionId, courseIds) };
    return { id, content, files: await this.filesOf(tx, actor, content), at: found.updatedAt };
  }

  async edition(tx: Tx, actor: Actor, id: string): Promise<EditionMaterial> {
    refuseUnlessAllowed(canAuthor(actor));
    const found = await this.editions.find(tx, id);
    if (!found) throw new Problem(notFound);
    const { content, microCredentialId, number, publishedAt } = found;
    return { id, content, microCredentialId, number, files: await this.filesOf(tx, actor, content), at: publishedAt };
  }

  async course(tx: Tx, actor: Actor, id: string): Promise<Material<EditionCourse>> {
    refuseUnlessAllowed(canAuthor(actor));
    const found = await this.courses.find(tx, id);
    const [content] = await this.candidates.coursesOf(tx, actor.institutionId, [id]);
    if (!found || !content) throw new Problem(notFound);
    return {
      id,
      content,
      files: await this.courseFiles.byIds(tx, actor.institutionId, filesOfCourse(content)),
      at: found.updatedAt,
    };
  }

  private filesOf(tx: Tx, { institutionId }: Actor, { courses, badgeImageFileId }: PublishingCandidate) {
    const ids = [...courses.flatMap(filesOfCourse), ...(badgeImageFileId ? [badgeImageFileId] : [])];
    return this.courseFiles.byIds(tx, institutionId, ids);
  }
}
