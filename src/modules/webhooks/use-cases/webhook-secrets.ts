import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { KeySecret } from '../../../platform/keys/key-secret.js';
import { SecretBox } from '../../../platform/keys/secret-box.js';
import { WebhookEndpointsRepository } from '../data/endpoints.repository.js';
import { newSecret, writtenSecret } from '../domain/signature.js';

/** The secrets of endpoints. In the database they are sealed; in the clear they are only in the memory of who makes or uses one. */
@Injectable()
export class WebhookSecrets {
  private opened: SecretBox | undefined;

  constructor(
    private readonly secret: KeySecret,
    private readonly endpoints: WebhookEndpointsRepository,
  ) {}

  /** Answers the new secret as its owner keeps it: nobody is shown it again. */
  async add(tx: Tx, endpointId: string, now: Date): Promise<string> {
    const [id, secret] = [newId(now.getTime()), newSecret()];
    const sealed = this.box.seal(secret, owner(endpointId, id));
    await this.endpoints.addSecret(tx, { id, endpointId, sealed, createdAt: now, expiresAt: null });
    return writtenSecret(secret);
  }

  /** What signs now, the newest first. */
  async inForce(tx: Tx, endpointId: string, now: Date): Promise<Buffer[]> {
    const secrets = await this.endpoints.secrets(tx, endpointId, now);
    return secrets.map(({ id, sealed }) => this.box.open(sealed, owner(endpointId, id)));
  }

  private get box(): SecretBox {
    return (this.opened ??= new SecretBox(this.secret.key, 'webhook secret'));
  }
}

function owner(endpointId: string, secretId: string): string {
  return `endpoint ${endpointId}, secret ${secretId}`;
}
