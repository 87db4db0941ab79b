import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { isOffice } from '../../../enrollment/index.js';
import { type CredentialFilter, type IssuedCredential, IssuedCredentialsQuery } from '../../data/issued-credentials.query.js';

export interface CredentialsWanted extends Omit<CredentialFilter, 'id' | 'personId'> {
  mine: boolean;
  cursor?: string | undefined;
  limit: number;
}

@Injectable()
export class ReadCredentials {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: IssuedCredentialsQuery,
  ) {}

  /** Newest first, one more than `limit`: everybody's for the office, one's own for all others. */
  async list(actor: Actor, { mine, cursor, limit, ...filter }: CredentialsWanted): Promise<IssuedCredential[]> {
    const personId = mine || !isOffice(actor) ? actor.personId : undefined;
    return this.work.read(actor, (tx) => this.credentials.list(tx, { ...filter, personId }, readCursor(cursor), limit));
  }

  async one(actor: Actor, id: string): Promise<IssuedCredential> {
    const [credential] = await this.work.read(actor, (tx) => this.credentials.list(tx, { id }, null, 1));
    if (!credential || !(isOffice(actor) || credential.personId === actor.personId)) throw new Problem(notFound);
    return credential;
  }
}
