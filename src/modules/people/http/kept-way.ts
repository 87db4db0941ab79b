import type { Environment } from '../../../platform/config/environment.js';
import { byCookies, type CookieExchange } from '../../../platform/http/cookie-exchange.js';
import { cookieNamed } from '../../../platform/http/session-tokens.js';
import { INVITATION_MS } from '../domain/invitation-state.js';
import { HOME, lastingAddress, ownAddress } from '../domain/next-address.js';

/**
 * Where somebody wanted to go who has no account yet. A letter opens it for them, perhaps days later, and says nothing of that address:
 * their browser keeps it until then. What it brings along is as hostile as any address that is asked for.
 */
export class KeptWay {
  private readonly name;
  private readonly attributes;

  constructor(
    private readonly exchange: CookieExchange,
    { publicUrl }: Environment,
  ) {
    const secure = publicUrl.startsWith('https://');
    this.name = secure ? '__Host-cairn-way' : 'cairn-way';
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }

  keep(wish: string | undefined): void {
    const address = lastingAddress(wish);
    if (address) this.exchange.set(this.name, address, { ...this.attributes, maxAge: INVITATION_MS / 1_000 });
  }

  /** What was kept, once; home where nothing was. */
  take(): string {
    const kept = cookieNamed(this.exchange.headers.cookie, this.name);
    if (kept === undefined) return HOME;
    this.exchange.clear(this.name, this.attributes);
    return lastingAddress(decoded(kept)) ?? HOME;
  }

  /** For who has an account and goes where the form says: what was kept is done with. */
  goOnTo(wish: string | undefined): string {
    this.take();
    return ownAddress(wish);
  }
}

/** The way that the browser keeps, and its answer. */
export const Way = byCookies(KeptWay);

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
