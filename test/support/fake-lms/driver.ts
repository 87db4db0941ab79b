import { formsOf } from './forms.js';
import { type Hop, HttpBrowser } from './http-browser.js';
import type { Site } from './site.js';
import type { VisitOptions, Visits } from './visits.js';

export interface OverHttp extends VisitOptions {
  /** Somebody's browser, to go on with its cookies; a new one where absent. */
  browser?: HttpBrowser;
  /** Inside the platform's page, where third-party cookies are blocked. */
  framed?: boolean;
  headers?: Record<string, string>;
}

/** The form that carries a message to the tool, not sent yet: it may be sent twice, by somebody else, or changed. */
export interface WaitingMessage {
  browser: HttpBrowser;
  action: string;
  fields: Record<string, string>;
}

/** What a launch came to. */
export interface Landing {
  browser: HttpBrowser;
  status: number;
  headers: Headers;
  text: string;
  url: string;
  /** Every request and answer on the way. */
  hops: Hop[];
  /** The fields that the tool was sent last: `id_token` and `state`, or `error`. */
  sent: Record<string, string>;
}

/** Walks login, authentication and the posted form as a browser would, without one. */
export class Driver {
  constructor(
    private readonly site: Site,
    private readonly visits: Visits,
  ) {}

  newBrowser(framed = false, headers: Record<string, string> = {}): HttpBrowser {
    return new HttpBrowser(this.site.origin, framed, headers);
  }

  async launch(options: OverHttp): Promise<Landing> {
    return this.send(await this.upToMessage(options));
  }

  /** Stops before the message is posted to the tool; throws where it never came to that. */
  async upToMessage({ browser, framed, headers, ...options }: OverHttp): Promise<WaitingMessage> {
    const used = browser ?? this.newBrowser(framed, headers);
    const visit = this.visits.add(options);
    const isMessage = ({ fields }: { fields?: Record<string, string> | null }) =>
      fields !== null && fields !== undefined && ('id_token' in fields || 'error' in fields);
    const hop = await used.go({ method: 'GET', url: `${this.site.origin}/visit/${visit.id}/login` }, { until: isMessage });
    const [form] = formsOf(hop.text);
    if (!form || !isMessage(form)) throw new StoppedShort(used.hops);
    return { browser: used, action: form.action, fields: form.fields };
  }

  async send({ browser, action, fields }: WaitingMessage, other: HttpBrowser = browser): Promise<Landing> {
    const { status, headers, text, url } = await other.submit({ action, fields }, this.site.authEndpoint);
    return { browser: other, status, headers, text, url, hops: other.hops, sent: fields };
  }
}

/** The tool or the platform ended the launch before there was a message. */
export class StoppedShort extends Error {
  readonly last: Hop | undefined;

  constructor(readonly hops: Hop[]) {
    const way = hops.map(({ method, url, status }) => `${method} ${url.split('?')[0]} ${status}`).join(' → ');
    super(`No message was reached: ${way}: ${hops.at(-1)?.text.slice(0, 500) ?? ''}`);
    this.last = hops.at(-1);
  }
}
