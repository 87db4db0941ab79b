import { once } from 'node:events';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { CookieJar, siteOf } from './cookie-jar.js';
import { type Form, formsOf } from './forms.js';

export interface Hop {
  method: string;
  url: string;
  /** What was sent as a form. */
  fields: Record<string, string> | null;
  status: number;
  headers: Headers;
  text: string;
}

interface Request {
  method: string;
  url: string;
  fields?: Record<string, string> | null;
}

interface Manner {
  until?: ((request: Request) => boolean) | undefined;
  /** The page that asks. */
  from?: string | undefined;
}

const MOST_HOPS = 20;

/**
 * One browser profile without scripts: keeps cookies as Chromium does with third-party cookies blocked, follows redirects,
 * and sends the forms that a platform or a tool's login would send by itself.
 */
export class HttpBrowser {
  readonly jar = new CookieJar();
  readonly hops: Hop[] = [];

  constructor(
    /** The origin of the platform. */
    private readonly home: string,
    /** In a frame of the platform's page, or at the top of the window. */
    readonly framed = false,
    private readonly headers: Record<string, string> = {},
  ) {}

  get(url: string): Promise<Hop> {
    return this.go({ method: 'GET', url });
  }

  /** Sends a form of the page where the browser is, or of another one. */
  submit({ action, fields }: Pick<Form, 'action' | 'fields'>, from?: string): Promise<Hop> {
    return this.go({ method: 'POST', url: new URL(action, this.hops.at(-1)?.url ?? this.home).href, fields }, { from });
  }

  /** Goes there and on, until a page wants a person; `until` stops before a request and leaves it unsent. */
  async go(first: Request, { until = () => false, from = this.hops.at(-1)?.url ?? this.home }: Manner = {}): Promise<Hop> {
    let request: Request = first;
    for (let count = 0; count < MOST_HOPS; count++) {
      const hop: Hop = await this.send(request, from);
      this.hops.push(hop);
      const next: Request | null = this.following(hop);
      if (!next || until(next)) return hop;
      // A redirect is still the doing of the page before it.
      if (hop.status < 300 || hop.status >= 400) from = hop.url;
      request = next;
    }
    throw new Error(`The browser was sent around in circles: ${this.hops.map(({ url }) => url).join(' → ')}`);
  }

  /** Where a page leads by itself. */
  following(hop: Hop): Request | null {
    const location = hop.headers.get('location');
    if (location && hop.status >= 300 && hop.status < 400) {
      const url = new URL(location, hop.url).href;
      const keeps = hop.status === 307 || hop.status === 308;
      return keeps ? { method: hop.method, url, fields: hop.fields } : { method: 'GET', url };
    }
    if (hop.status !== 200) return null;
    const form = formsOf(hop.text).find((form) => this.sendsItself(hop, form));
    return form ? { method: form.method, url: new URL(form.action, hop.url).href, fields: form.fields } : null;
  }

  /** Of a tool's forms, the one that continues the login; of the platform's, what its scripts would send. */
  private sendsItself(hop: Hop, form: Form): boolean {
    const ofPlatform = new URL(hop.url).origin === this.home;
    const toPlatform = new URL(form.action, hop.url).href.startsWith(`${this.home}/auth`);
    return ofPlatform ? hop.text.includes('id="sends-itself"') : toPlatform;
  }

  private async send({ method, url, fields = null }: Request, from: string): Promise<Hop> {
    const target = new URL(url);
    if (method === 'GET' && fields) for (const [name, value] of Object.entries(fields)) target.searchParams.set(name, value);
    const crossSite = siteOf(new URL(from)) !== siteOf(target);
    const top = this.framed ? siteOf(new URL(this.home)) : siteOf(target);
    const setting = { top, crossSite, navigatesTop: !this.framed, method };
    const cookie = this.jar.header(target, setting);
    const { status, headers, text } = await sendExactly(target, {
      method,
      headers: {
        accept: 'text/html,application/xhtml+xml',
        'accept-language': 'en',
        'sec-fetch-dest': this.framed ? 'iframe' : 'document',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-site': crossSite ? 'cross-site' : 'same-origin',
        ...this.headers,
        ...(cookie ? { cookie } : {}),
        ...(method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(from).origin }),
      },
      body: method === 'GET' ? null : new URLSearchParams(fields ?? {}).toString(),
    });
    this.jar.take(target, headers.getSetCookie(), setting);
    return { method, url: target.href, fields, status, headers, text };
  }
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** `fetch` would say that a script asks (`Sec-Fetch-Mode: cors`), which tools may refuse. */
async function sendExactly(
  url: URL,
  { method, headers, body }: { method: string; headers: object; body: string | null },
): Promise<Answer> {
  const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, { method, headers: { ...headers } });
  request.end(body ?? undefined);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const names = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return { status: response.statusCode ?? 0, headers: new Headers(names), text: await text(response) };
}
