import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type Page, page, readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionsRepository } from '../data/editions.repository.js';
import type { MicroCredential } from '../data/micro-credential.entity.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import type { MicroCredentialWithEdition } from './change-micro-credential.js';

@Injectable()
export class ReadMicroCredentials {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly editions: EditionsRepository,
  ) {}

  async list(actor: Actor, limit: number, cursor: string | undefined, q?: string): Promise<Page<MicroCredentialWithEdition>> {
    const after = readCursor(cursor);
    return this.work.read(actor, async (tx) => {
      const found = await this.microCredentials.list(tx, actor.institutionId, after, limit, q);
      const latest = await this.editions.latestOf(
        tx,
        found.map(({ id }) => id),
      );
      const present = (microCredential: MicroCredential) => ({ microCredential, latest: latest.get(microCredential.id) ?? null });
      return page(found, limit, ({ createdAt, id }) => ({ at: createdAt, id }), present);
    });
  }

  async one(actor: Actor, id: string): Promise<MicroCredentialWithEdition> {
    return this.work.read(actor, async (tx) => {
      const microCredential = await this.microCredentials.find(tx, id);
      if (!microCredential) throw new Problem(notFound);
      return { microCredential, latest: await this.editions.latest(tx, id) };
    });
  }
}
