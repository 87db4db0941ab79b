import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { isOffice } from '../../enrollment/index.js';
import type { Credential } from '../data/credential.entity.js';
import { CredentialsRepository } from '../data/credentials.repository.js';

@Injectable()
export class ReadCredentials {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
  ) {}

  /** Newest first, one more than `limit`: everybody's for the office, one's own for all others. */
  async list(
    actor: Actor,
    { mine, cursor, limit }: { mine: boolean; cursor?: string | undefined; limit: number },
  ): Promise<Credential[]> {
    const filter = mine || !isOffice(actor) ? { personId: actor.personId } : {};
    return this.work.run(actor, (tx) => this.credentials.list(tx, filter, readCursor(cursor), limit));
  }

  async one(actor: Actor, id: string): Promise<Credential> {
    const credential = await this.work.run(actor, (tx) => this.credentials.find(tx, id));
    if (!credential || !(isOffice(actor) || credential.personId === actor.personId)) throw new Problem(notFound);
    return credential;
  }
}
