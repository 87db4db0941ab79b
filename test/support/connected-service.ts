import { createHash, randomBytes } from 'node:crypto';
import type { Answer } from './browser.js';
import { TestBrowser } from './browser.js';
import type { Riverside } from './worlds.js';

export const SCOPE = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';
export const ALL_SCOPES = [
  'offline_access',
  ...['credential.readonly', 'credential.upsert', 'profile.readonly', 'profile.update'].map((name) => `${SCOPE}${name}`),
];
export const REDIRECT_URI = 'https://backpack.example/callback';

export interface Tokens {
  access_token: string;
  refresh_token?: string;
  scope: string;
}

/** A program that a learner may connect, as such programs are written: RFC 7591, 6749, 7636 and nothing of Cairn. */
export class ConnectedService {
  private readonly http: TestBrowser;
  id = '';
  secret = '';
  readonly verifier = randomBytes(32).toString('base64url');

  constructor(private readonly world: Pick<Riverside, 'app'>) {
    this.http = new TestBrowser(world.app);
  }

  async register(changes: object = {}): Promise<Answer> {
    const metadata = {
      client_name: 'Backpack',
      redirect_uris: [REDIRECT_URI],
      client_uri: 'https://backpack.example/',
      ...changes,
    };
    const answer = await this.http.post('/oauth/register', metadata);
    if (answer.status === 201)
      ({ client_id: this.id, client_secret: this.secret } = answer.json<{ client_id: string; client_secret: string }>());
    return answer;
  }

  request(changes: Record<string, string | undefined> = {}): Record<string, string> {
    const parameters = {
      response_type: 'code',
      client_id: this.id,
      redirect_uri: REDIRECT_URI,
      scope: ALL_SCOPES.join(' '),
      state: 'the state',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    return Object.fromEntries(Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  address(changes: Record<string, string | undefined> = {}): string {
    return `/oauth/authorize?${new URLSearchParams(this.request(changes)).toString()}`;
  }

  /** The learner sees the page and agrees. Gives the code that the service is sent. */
  async allowedBy(browser: TestBrowser, changes: Record<string, string | undefined> = {}): Promise<string> {
    const answer = await browser.submit('/oauth/authorize', { ...this.request(changes), decision: 'allow' });
    const location = new URL(String(answer.headers['location']));
    return location.searchParams.get('code') ?? '';
  }

  basic(secret = this.secret): Record<string, string> {
    return { authorization: `Basic ${Buffer.from(`${this.id}:${secret}`).toString('base64')}` };
  }

  async post(path: string, fields: Record<string, string>, headers = this.basic()): Promise<Answer> {
    const response = await this.world.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
    const answer = { status: response.statusCode, headers: response.headers, text: response.body, setCookie: undefined };
    return { ...answer, json: <Body>() => response.json<Body>() };
  }

  redeem(code: string, changes: Record<string, string> = {}, headers?: Record<string, string>): Promise<Answer> {
    const fields = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: this.verifier,
      ...changes,
    };
    return this.post('/oauth/token', fields, headers);
  }

  refresh(refreshToken: string | undefined): Promise<Answer> {
    return this.post('/oauth/token', { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' });
  }

  async tokensFrom(browser: TestBrowser, changes: Record<string, string | undefined> = {}): Promise<Tokens> {
    return (await this.redeem(await this.allowedBy(browser, changes))).json<Tokens>();
  }
}

export const bearer = ({ access_token: token }: Pick<Tokens, 'access_token'>) => ({ authorization: `Bearer ${token}` });
