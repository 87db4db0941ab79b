import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type Page, page, readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { EditionRow } from '../data/edition.entity.js';
import { EditionsRepository, type EditionSummary } from '../data/editions.repository.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';

@Injectable()
export class ReadEditions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly editions: EditionsRepository,
  ) {}

  async list(actor: Actor, microCredentialId: string, limit: number, cursor: string | undefined): Promise<Page<EditionSummary>> {
    const after = readCursor(cursor);
    return this.work.read(actor, async (tx) => {
      if (!(await this.microCredentials.find(tx, microCredentialId))) throw new Problem(notFound);
      const editions = await this.editions.list(tx, microCredentialId, after, limit);
      return page(
        editions,
        limit,
        ({ publishedAt, id }) => ({ at: publishedAt, id }),
        (edition) => edition,
      );
    });
  }

  /** The whole edition, right answers included: for staff only. */
  async one(actor: Actor, editionId: string): Promise<EditionRow> {
    const edition = await this.work.read(actor, (tx) => this.editions.find(tx, editionId));
    if (!edition) throw new Problem(notFound);
    return edition;
  }
}
