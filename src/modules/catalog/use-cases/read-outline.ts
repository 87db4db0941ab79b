import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { type OutlinedCourse, OutlineQuery } from '../data/outline.query.js';

/** What a micro-credential consists of, in one look: two statements, however many courses there are. */
@Injectable()
export class ReadOutline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly outline: OutlineQuery,
  ) {}

  async run(actor: Actor, id: string): Promise<OutlinedCourse[]> {
    return this.work.read(actor, async (tx) => {
      const microCredential = await this.microCredentials.find(tx, id);
      if (!microCredential) throw new Problem(notFound);
      return this.outline.courses(tx, microCredential.institutionId, microCredential.draft.courseIds);
    });
  }
}
