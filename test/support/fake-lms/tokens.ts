import { decodeJwt } from 'jose';
import type { Registration } from './model.js';
import { readForm } from './forms.js';
import { type Exchange, jsonReply, type Reply, type Route } from './server.js';
import { insist, Refusal, type Site } from './site.js';
import type { ToolKeys } from './tool-keys.js';
import { scopes } from './words.js';

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

interface Token {
  registration: Registration;
  scopes: string[];
  until: number;
}

/** OAuth 2.0 client credentials with `private_key_jwt` (Security Framework 1.1 §4.1). */
export class Tokens {
  private readonly tokens = new Map<string, Token>();

  constructor(
    private readonly site: Site,
    private readonly keys: ToolKeys,
  ) {}

  readonly route: Route = { endpoint: 'token', methods: ['POST'], path: '/token', answer: (exchange) => this.give(exchange) };

  /** Makes every token that was given worthless. */
  expireAll(): void {
    for (const token of this.tokens.values()) token.until = 0;
  }

  /** The tool that asks, if its token holds and allows one of the scopes. */
  demand({ headers }: Exchange, ...allowed: string[]): Registration {
    const [scheme, value] = (headers.authorization ?? '').split(' ');
    const token = scheme?.toLowerCase() === 'bearer' ? this.tokens.get(value ?? '') : undefined;
    if (!token || token.until <= this.site.now() || !token.registration.active) {
      throw new Refusal(401, 'bearer/token', 'A bearer token that holds is needed.', 'invalid_token');
    }
    if (!allowed.some((scope) => token.scopes.includes(scope))) {
      throw new Refusal(403, 'bearer/scope', `One of ${allowed.join(', ')} is needed.`, 'insufficient_scope');
    }
    return token.registration;
  }

  private async give(exchange: Exchange): Promise<Reply> {
    const form = readForm(exchange, 'token');
    const assertion = form.get('client_assertion') ?? '';
    insist([
      ['token/grant-type', form.get('grant_type') === 'client_credentials', '`grant_type` has to be `client_credentials`.'],
      [
        'token/assertion-type',
        form.get('client_assertion_type') === ASSERTION,
        `\`client_assertion_type\` has to be \`${ASSERTION}\`.`,
      ],
      ['token/assertion', assertion !== '', '`client_assertion` is missing.'],
    ]);
    const registration = this.claimed(assertion);
    const claims = await this.keys.open(assertion, registration, 'token');
    insist(
      [
        ['token/iss', claims['iss'] === registration.clientId, '`iss` has to be the client id.'],
        ['token/sub', claims['sub'] === registration.clientId, '`sub` has to be the client id.'],
        ['token/aud', this.isForUs(claims['aud']), `\`aud\` has to be ${this.site.tokenAudience}.`],
      ],
      400,
      'invalid_client',
    );
    this.keys.checkTimes(claims, registration, 'token');
    const asked = (form.get('scope') ?? '').split(' ').filter(Boolean);
    const known: string[] = Object.values(scopes);
    const unknown = asked.filter((scope) => !known.includes(scope));
    const granted = asked.filter((scope) => registration.scopes.includes(scope));
    insist(
      [
        ['token/scope', asked.length > 0 && unknown.length === 0, `Nobody knows the scope “${unknown.join(' ')}” here.`],
        ['token/scope-refused', granted.length > 0, 'The registration was granted none of these scopes.'],
      ],
      400,
      'invalid_scope',
    );
    const token = this.site.secret();
    const seconds = this.site.profile.tokenSeconds;
    this.tokens.set(token, { registration, scopes: granted, until: this.site.now() + seconds * 1000 });
    return jsonReply({ access_token: token, token_type: 'Bearer', expires_in: seconds, scope: granted.join(' ') });
  }

  private claimed(assertion: string): Registration {
    let subject: unknown;
    try {
      subject = decodeJwt(assertion).sub;
    } catch {
      throw new Refusal(400, 'token/not-a-jwt', 'The assertion is no JSON Web Token.', 'invalid_client');
    }
    const registration = this.site.registrations.get(String(subject));
    if (!registration?.active) {
      throw new Refusal(400, 'token/client', `The client ${String(subject)} is unknown, or not active yet.`, 'invalid_client');
    }
    return registration;
  }

  private isForUs(audience: unknown): boolean {
    const { tokenAudience, profile } = this.site;
    const all = [audience].flat();
    // RFC 7523 takes any of several; who names others too could be made to pay elsewhere.
    return all.includes(tokenAudience) && (!profile.strict || all.length === 1);
  }
}
