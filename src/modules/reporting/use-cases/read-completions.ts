import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields, notFound } from '../../../platform/http/problems.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import { CompletionsRepository } from '../data/completions.repository.js';
import type { Completion, CompletionFilter } from '../domain/completion.js';

@Injectable()
export class ReadCompletions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly completions: CompletionsRepository,
    private readonly enrollments: EnrollmentDirectory,
    private readonly environment: Environment,
  ) {}

  /** Newest first, one more than `limit`. */
  async page(
    actor: Actor,
    filter: CompletionFilter,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<Completion[]> {
    const after = readCursor(cursor);
    return this.work.run(actor, async (tx) => {
      await this.refuseUnusable(tx, filter);
      return this.completions.list(tx, filter, this.environment.publicUrl, after, limit);
    });
  }

  /** An empty report for a mistyped offering or a span that ends before it begins would be taken for the truth. */
  async refuseUnusable(tx: Tx, { offeringId, from, until }: CompletionFilter): Promise<void> {
    if (offeringId !== undefined && !(await this.enrollments.offering(tx, offeringId))) {
      throw new Problem(notFound, { detail: 'There is no such offering.', facts: { missing: 'offering' } });
    }
    if (from && until && from >= until) {
      throw new Problem(invalidFields, {
        errors: [{ field: 'to', code: 'before_from', detail: 'Choose an end after the beginning: `to` itself is not included.' }],
      });
    }
  }
}
