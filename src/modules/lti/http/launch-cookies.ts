import type { Environment } from '../../../platform/config/environment.js';
import { byCookies, type CookieExchange, FRAMED } from '../../../platform/http/cookie-exchange.js';
import { frameCookieName } from '../../../platform/http/frame-permissions.js';
import { cookieNamed } from '../../../platform/http/session-tokens.js';
import { looksLikeSecret } from '../../../platform/secrets.js';

const BROWSER_SECONDS = 86_400;
const BY_SECONDS = 43_200;

/** What a browser keeps of launches: a secret that proves it is the one that began the login, and by which platform it came. */
export class LaunchCookies {
  private readonly name;
  private readonly byName;

  constructor(
    private readonly exchange: CookieExchange,
    { publicUrl }: Environment,
  ) {
    this.name = publicUrl.startsWith('https://') ? '__Host-cairn-lti' : 'cairn-lti';
    this.byName = frameCookieName(publicUrl);
  }

  get browserSecret(): string | null {
    const kept = cookieNamed(this.exchange.headers.cookie, this.name);
    return kept !== undefined && looksLikeSecret(kept) ? kept : null;
  }

  /** Brought along too when the platform posts to us from its own pages. */
  keepBrowserSecret(secret: string): void {
    this.exchange.set(this.name, secret, { ...FRAMED, maxAge: BROWSER_SECONDS });
  }

  /** From now on, pages of this platform may frame what the browser is answered. */
  cameBy(registrationId: string): void {
    this.exchange.set(this.byName, registrationId, { ...FRAMED, maxAge: BY_SECONDS });
  }
}

/** The launch cookies of the request and its answer. */
export const Cookies = byCookies(LaunchCookies);
