import type { Environment } from '../../../platform/config/environment.js';
import { byCookies, type CookieExchange, FRAMED } from '../../../platform/http/cookie-exchange.js';
import { sessionCookieNames, sessionTokens } from '../../../platform/http/session-tokens.js';
import { ABSOLUTE_MS } from '../domain/session-terms.js';

/**
 * The cookie of the answer. Usually never sent along from other sites; in a frame on one of the pages that may
 * show us, where a browser would keep such a cookie back, one that it keeps for that site alone (CHIPS).
 */
export class SessionCookie {
  private readonly names;
  private readonly brought;

  constructor(
    private readonly exchange: CookieExchange,
    private readonly environment: Pick<Environment, 'publicUrl' | 'CAIRN_FRAME_ORIGINS'>,
  ) {
    this.names = sessionCookieNames(environment.publicUrl);
    this.brought = sessionTokens(exchange.headers.cookie, this.names);
  }

  /** `framed`: whether the answer is shown in a frame, where whoever sets it knows. */
  set(token: string, framed = this.framed): void {
    const name = framed ? this.names.framed : this.names.own;
    this.exchange.set(name, token, { ...this.attributes(framed), maxAge: ABSOLUTE_MS / 1_000 });
    // Who signs in anew is one person here, not two.
    if (framed ? this.brought.own : this.brought.framed) this.forget(!framed);
  }

  clear(): void {
    if (this.brought.framed) this.forget(true);
    if (this.brought.own || !this.brought.framed) this.forget(false);
  }

  private forget(framed: boolean): void {
    const name = framed ? this.names.framed : this.names.own;
    this.exchange.clear(name, this.attributes(framed));
  }

  /** A page in a frame says so; what its scripts ask for does not, but brings its cookie along. */
  private get framed(): boolean {
    if (this.environment.CAIRN_FRAME_ORIGINS.length === 0) return false;
    if (this.exchange.headers['sec-fetch-dest'] === 'iframe') return true;
    return this.brought.own === undefined && this.brought.framed !== undefined;
  }

  private attributes(framed: boolean) {
    if (framed) return FRAMED;
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.names.own.startsWith('__Host-') } as const;
  }
}

/** The session cookie of the answer, to set or clear. */
export const AnswerCookie = byCookies(SessionCookie);
