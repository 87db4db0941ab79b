interface Cookie {
  host: string;
  name: string;
  value: string;
  secure: boolean;
  sameSite: 'strict' | 'lax' | 'none';
  /** The site at the top, where the cookie is partitioned; null where it is not. */
  partition: string | null;
}

/** Where a request comes from, as far as cookies care. */
export interface Setting {
  /** The site at the top of the window. */
  top: string;
  /** Whether the page that asks is of another site than the address. */
  crossSite: boolean;
  /** Whether the top window itself goes there, rather than a frame. */
  navigatesTop: boolean;
  method: string;
}

/** The cookies of one browser profile that blocks third-party cookies: in a foreign frame only partitioned ones are kept and sent. */
export class CookieJar {
  private cookies: Cookie[] = [];

  header(url: URL, setting: Setting): string {
    const fitting = this.cookies.filter((cookie) => cookie.host === url.hostname && isSent(cookie, url, setting));
    return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  take(url: URL, lines: string[], setting: Setting): void {
    for (const line of lines) {
      const cookie = read(line, url, setting);
      if (!cookie) continue;
      const { host, name, partition } = cookie;
      this.cookies = this.cookies.filter((old) => old.host !== host || old.name !== name || old.partition !== partition);
      if (!/;\s*max-age=(0|-\d+)\s*(;|$)/i.test(line)) this.cookies.push(cookie);
    }
  }

  clear(): void {
    this.cookies = [];
  }

  get names(): string[] {
    return this.cookies.map(({ name }) => name);
  }
}

function isSent(cookie: Cookie, url: URL, { top, crossSite, navigatesTop, method }: Setting): boolean {
  if (cookie.partition !== null && cookie.partition !== top) return false;
  if (cookie.secure && !isTrustworthy(url)) return false;
  const inForeignFrame = siteOf(url) !== top;
  if (inForeignFrame) return cookie.partition !== null && cookie.sameSite === 'none';
  if (!crossSite || cookie.sameSite === 'none') return true;
  return cookie.sameSite === 'lax' && navigatesTop && method === 'GET';
}

function read(line: string, url: URL, { top }: Setting): Cookie | null {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name = '', ...value] = pair.split('=');
  const has = (attribute: string) => attributes.some((given) => given.toLowerCase() === attribute);
  const sameSite = (
    attributes.map((given) => /^samesite=(strict|lax|none)$/i.exec(given)?.[1]).find(Boolean) ?? 'lax'
  ).toLowerCase();
  const secure = has('secure');
  const partitioned = has('partitioned');
  const prefixed = name.startsWith('__Host-')
    ? secure && has('path=/') && !attributes.some((given) => /^domain=/i.test(given))
    : true;
  const refused = (sameSite === 'none' && !secure) || (partitioned && !secure) || (secure && !isTrustworthy(url)) || !prefixed;
  if (refused || (siteOf(url) !== top && (!partitioned || sameSite !== 'none'))) return null;
  return {
    host: url.hostname,
    name,
    value: value.join('='),
    secure,
    sameSite: sameSite as Cookie['sameSite'],
    partition: partitioned ? top : null,
  };
}

/** Browsers take this machine for secure without TLS. */
function isTrustworthy(url: URL): boolean {
  return url.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url.hostname);
}

/** Ports do not make another site, names do: `localhost` and `127.0.0.1` are two. */
export function siteOf(url: URL): string {
  return url.hostname;
}
