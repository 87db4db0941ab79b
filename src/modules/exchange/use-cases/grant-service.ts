import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { actingScope } from '../../../platform/http/acting-scope.js';
import { newId } from '../../../platform/ids.js';
import { newSecret } from '../../../platform/secrets.js';
import type { OAuthClient } from '../data/oauth-client.entity.js';
import { ServicesRepository } from '../data/services.repository.js';
import type { AuthorizationRequest } from '../domain/authorization-request.js';
import { CODE_LIFE_MS } from '../domain/terms.js';

/** The learner agrees: the program gets a code that it redeems for tokens, once and soon. */
@Injectable()
export class GrantService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServicesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The code. */
  async run(person: SignedIn, client: OAuthClient, request: AuthorizationRequest): Promise<string> {
    const scope = actingScope(person);
    const now = this.clock.now();
    const { token: secret, hash } = newSecret();
    const id = newId(now.getTime());
    const { redirectUri, codeChallenge, scopes } = request;
    await this.work.run(scope, async (tx) => {
      await this.services.addGrant(
        tx,
        {
          id,
          ...scope,
          personId: person.personId,
          clientId: client.id,
          clientName: client.name,
          scopes,
          createdAt: now,
          lastUsedAt: null,
          revokedAt: null,
        },
        {
          codeHash: hash,
          ...scope,
          grantId: id,
          redirectUri,
          codeChallenge,
          expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
          usedAt: null,
        },
      );
      await recordEvent(tx, {
        ...scope,
        type: 'service.connected',
        actorId: person.personId,
        subject: { type: 'service_grant', id },
        particulars: { clientId: client.id, scopes },
        occurredAt: now,
      });
    });
    return secret;
  }
}
