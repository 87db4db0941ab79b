import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import { OutboundHttp } from '../../../platform/outbound/outbound-http.js';
import type { Answer } from '../domain/attempts.js';
import { isLocalInstallation } from '../../../platform/config/is-local-installation.js';

/** Standard Webhooks 1.0 asks for 15 to 30 s. */
const PATIENCE_MS = 15_000;

/** The guarded way to endpoints. Unlike the common one it does not trust our own address: nobody has to knock there from inside. */
@Injectable()
export class WebhookHttp implements OnApplicationShutdown {
  private readonly http: OutboundHttp;

  constructor({ publicUrl }: Environment) {
    this.http = new OutboundHttp({ loopback: isLocalInstallation(publicUrl), limits: { totalMs: PATIENCE_MS } });
  }

  async send(url: string, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<Answer> {
    const reply = await this.http.post(url, { headers: { 'content-type': 'application/json', ...headers }, body, signal });
    return reply.ok ? { status: reply.status, retryAfter: reply.retryAfter } : { failure: reply.reason };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.http.close();
  }
}
