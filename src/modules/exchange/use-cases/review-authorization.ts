import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { OAuthClient } from '../data/oauth-client.entity.js';
import { ServicesRepository } from '../data/services.repository.js';
import {
  type AuthorizationRequest,
  type Parameters,
  type ReadAuthorization,
  readAuthorizationRequest,
} from '../domain/authorization-request.js';

const SCOPE = system('programs belong to no institution');

export type Review =
  | { outcome: 'ask'; request: AuthorizationRequest; client: OAuthClient }
  | Exclude<ReadAuthorization, { outcome: 'ask' }>;

/** Looks at what a program asks a learner for, before the learner is asked, and again when they answer. */
@Injectable()
export class ReviewAuthorization {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServicesRepository,
  ) {}

  async run(parameters: Parameters): Promise<Review> {
    const id = parameters['client_id'];
    const client = typeof id === 'string' ? await this.work.run(SCOPE, (tx) => this.services.findClient(tx, id)) : null;
    const read = readAuthorizationRequest(parameters, client);
    if (read.outcome !== 'ask') return read;
    return client ? { ...read, client } : { outcome: 'refuse', fault: 'unknown-client' };
  }
}
