import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createRemoteJWKSet, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import type { FakeLms } from './fake-lms.js';
import { textOf } from './site.js';
import type { Claims } from './words.js';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim';
const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Where a test makes the tool misbehave; each hook gets what is about to be sent. */
export interface Spoils {
  registration?: (body: Claims) => void;
  auth?: (parameters: Record<string, string>) => void;
  assertion?: (claims: Claims, header: Claims) => void;
  token?: (form: Record<string, string>) => void;
  picked?: (claims: Claims, header: Claims) => void;
  keySet?: (keys: Claims[]) => void;
}

/** The smallest tool that keeps the rules: it tries the platform, and the platform nothing else. */
export class HonestTool {
  origin = '';
  clientId = '';
  deploymentId = '';
  configuration: Record<string, string> = {};
  registered: Claims = {};
  /** Claims of the launches that were taken, in order. */
  readonly launches: Claims[] = [];
  readonly notices: string[] = [];
  spoils: Spoils = {};
  private readonly logins = new Map<string, { nonce: string; secret: string }>();
  private readonly server = createServer((request, response) => {
    this.serve(request, response).catch((error: Error) => response.writeHead(400).end(error.message));
  });

  constructor(readonly now: () => number = Date.now) {}

  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.origin = `http://localhost:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** What an administrator sees after pasting the address. */
  async register(lms: FakeLms, options: Parameters<FakeLms['registrationUrlFor']>[1] = {}): Promise<Response> {
    return fetch(lms.registrationUrlFor(`${this.origin}/register`, options));
  }

  sign(claims: Claims, spoil?: (claims: Claims, header: Claims) => void): Promise<string> {
    const seconds = Math.floor(this.now() / 1000);
    const header: Claims = { alg: 'RS256', kid: 'tool-1', typ: 'JWT' };
    const whole: Claims = { iss: this.clientId, iat: seconds, exp: seconds + 60, jti: randomUUID(), ...claims };
    spoil?.(whole, header);
    const key = header['alg'] === 'HS256' ? Buffer.alloc(32) : pair.privateKey;
    return new SignJWT(whole).setProtectedHeader(header as unknown as JWTHeaderParameters).sign(key);
  }

  async askForToken(scope: string): Promise<{ status: number; body: Claims }> {
    const audience = this.configuration['authorization_server'] ?? this.configuration['token_endpoint'];
    const form = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await this.sign({ sub: this.clientId, aud: audience }, this.spoils.assertion),
      scope,
    };
    this.spoils.token?.(form);
    const address = this.configuration['token_endpoint'] ?? '';
    const response = await fetch(address, { method: 'POST', headers: FORM, body: new URLSearchParams(form) });
    return { status: response.status, body: (await response.json()) as Claims };
  }

  /** Calls a service with a token of one scope. */
  async call(scope: string, address: string, init: RequestInit = {}): Promise<Response> {
    const { body } = await this.askForToken(scope);
    const headers = { authorization: `Bearer ${String(body['access_token'])}`, ...(init.headers as Record<string, string>) };
    return fetch(address, { ...init, headers });
  }

  /** The form that answers a deep linking request. */
  async picks(request: Claims, items: Claims[]): Promise<{ action: string; fields: Record<string, string> }> {
    const settings = request['https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings'] as Record<string, string>;
    const claims = {
      aud: request['iss'],
      nonce: randomUUID(),
      [`${CLAIM}/message_type`]: 'LtiDeepLinkingResponse',
      [`${CLAIM}/version`]: '1.3.0',
      [`${CLAIM}/deployment_id`]: request[`${CLAIM}/deployment_id`],
      'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': items,
      ...(settings['data'] === undefined ? {} : { 'https://purl.imsglobal.org/spec/lti-dl/claim/data': settings['data'] }),
    };
    return { action: settings['deep_link_return_url'] ?? '', fields: { JWT: await this.sign(claims, this.spoils.picked) } };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const body = await text(request);
    const fields = request.method === 'POST' ? new URLSearchParams(body) : url.searchParams;
    if (url.pathname === '/register') return void response.end(await this.registerAt(fields));
    if (url.pathname === '/login') return this.logIn(fields, response);
    if (url.pathname === '/launch') return void response.end(await this.launch(fields, request));
    if (url.pathname === '/notices') return void response.end(String(this.notices.push(body)));
    if (url.pathname === '/jwks') return void response.end(JSON.stringify({ keys: this.keys() }));
    response.writeHead(404).end();
  }

  private keys(): Claims[] {
    const keys: Claims[] = [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'tool-1', alg: 'RS256', use: 'sig' }];
    this.spoils.keySet?.(keys);
    return keys;
  }

  private async registerAt(fields: URLSearchParams): Promise<string> {
    const configuration = await fetch(fields.get('openid_configuration') ?? '');
    this.configuration = (await configuration.json()) as Record<string, string>;
    const { origin } = this;
    const body: Claims = {
      application_type: 'web',
      response_types: ['id_token'],
      grant_types: ['implicit', 'client_credentials'],
      initiate_login_uri: `${origin}/login`,
      redirect_uris: [`${origin}/launch`],
      client_name: 'Honest tool',
      jwks_uri: `${origin}/jwks`,
      token_endpoint_auth_method: 'private_key_jwt',
      scope: (this.configuration['scopes_supported'] as unknown as string[]).join(' '),
      [TOOL]: {
        domain: new URL(origin).host,
        target_link_uri: `${origin}/launch`,
        claims: ['iss', 'sub', 'name', 'email'],
        custom_parameters: { history: '$Context.id.history', before: '$ResourceLink.id.history' },
        messages: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest', target_link_uri: `${origin}/launch` }],
      },
    };
    this.spoils.registration?.(body);
    const token = fields.get('registration_token');
    const response = await fetch(this.configuration['registration_endpoint'] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Claims;
    if (!response.ok) throw new Error(`Refused: ${String(answer['rule'])}`);
    this.registered = answer;
    this.clientId = String(answer['client_id']);
    this.deploymentId = textOf((answer[TOOL] as Claims)['deployment_id']);
    return 'Registered.';
  }

  private logIn(fields: URLSearchParams, response: ServerResponse): void {
    const [state, nonce, secret] = [randomUUID(), randomUUID(), randomUUID()];
    this.logins.set(state, { nonce, secret });
    const parameters: Record<string, string> = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: this.clientId,
      redirect_uri: `${this.origin}/launch`,
      state,
      nonce,
      login_hint: fields.get('login_hint') ?? '',
      ...(fields.has('lti_message_hint') ? { lti_message_hint: fields.get('lti_message_hint') ?? '' } : {}),
    };
    this.spoils.auth?.(parameters);
    const location = `${this.configuration['authorization_endpoint']}?${new URLSearchParams(parameters).toString()}`;
    const cookie = `__Host-login=${secret}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned`;
    response.writeHead(302, { location, 'set-cookie': cookie }).end();
  }

  private async launch(fields: URLSearchParams, request: IncomingMessage): Promise<string> {
    if (fields.has('error')) throw new Error(`The platform says ${fields.get('error')}.`);
    const login = this.logins.get(fields.get('state') ?? '');
    this.logins.delete(fields.get('state') ?? '');
    if (!login || !request.headers.cookie?.includes(login.secret)) throw new Error('Not a login of this browser.');
    const keys = createRemoteJWKSet(new URL(this.configuration['jwks_uri'] ?? ''));
    const { payload, protectedHeader } = await jwtVerify(fields.get('id_token') ?? '', keys, {
      algorithms: ['RS256'],
      issuer: this.configuration['issuer'] ?? '',
      audience: this.clientId,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce', ...['roles', 'target_link_uri'].map((name) => `${CLAIM}/${name}`)],
      maxTokenAge: '10 min',
      clockTolerance: 60,
      currentDate: new Date(this.now()),
    });
    check(payload, login.nonce, this);
    if (!protectedHeader.kid) throw new Error('No kid.');
    this.deploymentId ||= String(payload[`${CLAIM}/deployment_id`]);
    this.launches.push(payload);
    return `Welcome, ${textOf(payload['name']) || 'guest'}.`;
  }
}

/** What jose leaves to its callers. */
function check(claims: Claims, nonce: string, { clientId, deploymentId, origin }: HonestTool): void {
  const { aud, azp, sub } = claims;
  const named = (name: string) => claims[`${CLAIM}/${name}`];
  const isId = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= 255;
  const inside = (name: string) => (named(name) as { id?: unknown } | undefined)?.id;
  const roles = named('roles');
  const custom = named('custom');
  const holds =
    claims['nonce'] === nonce &&
    [aud].flat().length === 1 &&
    (azp === undefined || azp === clientId) &&
    isId(sub) &&
    named('version') === '1.3.0' &&
    isId(named('deployment_id')) &&
    (!deploymentId || named('deployment_id') === deploymentId) &&
    (named('message_type') === 'LtiResourceLinkRequest'
      ? isId(inside('resource_link'))
      : /^LtiDeep|^LtiSub|^DataP/.test(String(named('message_type')))) &&
    (named('context') === undefined || isId(inside('context'))) &&
    Array.isArray(roles) &&
    roles.every((role) => typeof role === 'string') &&
    (custom === undefined || !Array.isArray(custom)) &&
    String(named('target_link_uri')).startsWith(`${origin}/`);
  if (!holds) throw new Error('A claim does not hold.');
}
