import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
/** Of a secret; the standard asks for 24 to 64. */
const SECRET_BYTES = 32;

export function newSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** A secret as its owner keeps it (Standard Webhooks 1.0, "Signature scheme"). */
export function writtenSecret(secret: Uint8Array): string {
  return `${PREFIX}${Buffer.from(secret).toString('base64')}`;
}

export interface Signed {
  webhookId: string;
  /** Of the attempt. */
  at: Date;
  body: string;
}

/** The headers of one attempt. While a secret is being replaced, each of the two makes a signature: a receiver is content with either. */
export function signedHeaders({ webhookId, at, body }: Signed, secrets: readonly Uint8Array[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const sign = (secret: Uint8Array) =>
    `v1,${createHmac('sha256', secret).update(`${webhookId}.${timestamp}.${body}`).digest('base64')}`;
  return { 'webhook-id': webhookId, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map(sign).join(' ') };
}
