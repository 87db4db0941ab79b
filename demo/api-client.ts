/** How a request travels: over the network, or straight into an application in a test. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

export interface TransportRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

export interface TransportAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** An answer that the walk did not expect: says which request, and what the problem was. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly request: string,
    readonly status: number,
    readonly body: string,
  ) {
    super(`${request} answered ${status}: ${body.slice(0, 1_000)}`);
  }
}

interface Options {
  ifMatch?: string;
  idempotencyKey?: string;
}

/** One person's browser, as far as the API can tell: a session cookie and nothing else. */
export class ApiClient {
  private cookie = '';

  constructor(private readonly transport: Transport) {}

  async signIn(email: string, password: string): Promise<void> {
    await this.post('/api/v1/session', { email, password });
  }

  async get<Body>(path: string): Promise<Body> {
    return this.json<Body>('GET', path);
  }

  async post<Body>(path: string, body: unknown = {}, options: Options = {}): Promise<Body> {
    return this.json<Body>('POST', path, body, options);
  }

  async put<Body>(path: string, body: unknown, options: Options = {}): Promise<Body> {
    return this.json<Body>('PUT', path, body, options);
  }

  async patch<Body>(path: string, body: unknown, options: Options = {}): Promise<Body> {
    return this.json<Body>('PATCH', path, body, options);
  }

  /** A form as a page without scripts sends it. Redirects are answers here. */
  async submitForm(path: string, fields: Record<string, string>): Promise<TransportAnswer> {
    return this.send(
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams(fields).toString(),
    );
  }

  async upload<Body>(path: string, name: string, mediaType: string, bytes: Buffer): Promise<Body> {
    const boundary = `cairn${bytes.length}x${name.length}${Math.trunc(performance.now() * 1_000)}`;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${mediaType}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.read<Body>(
      `POST ${path}`,
      await this.send('POST', path, { 'content-type': `multipart/form-data; boundary=${boundary}` }, body),
    );
  }

  /** A document as it is, for instance a signed credential. */
  async text(path: string, accept: string): Promise<string> {
    const answer = await this.send('GET', path, { accept });
    if (answer.status !== 200) throw new UnexpectedAnswer(`GET ${path}`, answer.status, answer.body);
    return answer.body;
  }

  private async json<Body>(
    method: string,
    path: string,
    body?: unknown,
    { ifMatch, idempotencyKey }: Options = {},
  ): Promise<Body> {
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch ? { 'if-match': ifMatch } : {}),
      ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    };
    return this.read<Body>(
      `${method} ${path}`,
      await this.send(method, path, headers, body === undefined ? undefined : JSON.stringify(body)),
    );
  }

  private read<Body>(request: string, { status, body }: TransportAnswer): Body {
    if (status < 200 || status > 299) throw new UnexpectedAnswer(request, status, body);
    return (body === '' ? undefined : JSON.parse(body)) as Body;
  }

  private async send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Buffer,
  ): Promise<TransportAnswer> {
    const answer = await this.transport({
      method,
      path,
      headers: { ...headers, 'x-cairn-request': '1', ...(this.cookie ? { cookie: this.cookie } : {}) },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const pair = line.split(';')[0] ?? '';
      this.cookie = pair.endsWith('=') ? '' : pair;
    }
    return answer;
  }
}

/** The version of something, as `If-Match` wants it. */
export function versionTag({ version }: { version: number }): string {
  return `"v${version}"`;
}
