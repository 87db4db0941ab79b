import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
  /** The cookie that the answer sets, as it is written. */
  setCookie: string | undefined;
  /** The body as JSON, of the shape that the test expects. */
  json: <Body = Record<string, unknown>>() => Body;
}

/** A browser on our own pages: keeps the cookie and says where its requests come from. */
export class TestBrowser {
  cookie: string | null = null;

  constructor(
    private readonly app: NestFastifyApplication,
    /** Sent with every request: where it sits, what it calls itself. */
    private readonly headers: Record<string, string> = {},
  ) {}

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', url, undefined, headers);
  }

  post(url: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', url, body, headers);
  }

  put(url: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PUT', url, body, headers);
  }

  patch(url: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PATCH', url, body, headers);
  }

  delete(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('DELETE', url, undefined, headers);
  }

  /** Sends a form as a page without JavaScript does. */
  submit(url: string, fields: Record<string, string>): Promise<Answer> {
    return this.send('POST', url, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  /** Uploads one file, as a form with a file field does. */
  upload(url: string, name: string, bytes: Buffer | string, headers: Record<string, string> = {}): Promise<Answer> {
    const head = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n--cut--\r\n')]);
    return this.send('POST', url, body, { 'content-type': 'multipart/form-data; boundary=cut', ...headers });
  }

  private async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object | string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      headers: { 'sec-fetch-site': 'same-origin', ...this.headers, ...headers, ...(this.cookie ? { cookie: this.cookie } : {}) },
      ...(payload === undefined ? {} : { payload }),
    });
    const set = [response.headers['set-cookie'] ?? []].flat().at(-1);
    if (set) this.cookie = /Max-Age=0/.test(set) ? null : (set.split(';')[0] ?? null);
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      setCookie: set,
      json: <Body>() => response.json<Body>(),
    };
  }
}
