import type { Registration } from './model.js';
import { readTool } from './registration-rules.js';
import { type Exchange, jsonReply, type Reply, type Route } from './server.js';
import { insist, Refusal, type Site } from './site.js';
import type { ToolKeys } from './tool-keys.js';
import { messageTypes, PLATFORM_CONFIGURATION, scopes, TOOL_CONFIGURATION } from './words.js';

const HOUR_MS = 3_600_000;
const VARIABLES = ['User.id', 'Context.id', 'ResourceLink.id', 'Person.name.full', 'Context.id.history'];

/** Dynamic Registration 1.0: what the platform says of itself, and how a tool becomes known to it. */
export class Registrations {
  private readonly tokens = new Map<string, { until: number; updates: Registration | null }>();

  constructor(
    private readonly site: Site,
    private readonly keys: ToolKeys,
  ) {}

  readonly routes: Route[] = [
    {
      endpoint: 'configuration',
      methods: ['GET'],
      path: '/.well-known/openid-configuration',
      answer: () => this.configuration(),
    },
    { endpoint: 'registration', methods: ['POST'], path: '/register', answer: (exchange) => this.register(exchange) },
  ];

  /** The address that an administrator's browser opens: the tool's own, with what it needs to answer. */
  startUrl(toolUrl: string, { updates = null, token = true }: { updates?: Registration | null; token?: boolean } = {}): string {
    const url = new URL(toolUrl);
    url.searchParams.set('openid_configuration', `${this.site.origin}/.well-known/openid-configuration`);
    if (!token) return url.href;
    const secret = this.site.secret();
    this.tokens.set(secret, { until: this.site.now() + HOUR_MS, updates });
    url.searchParams.set('registration_token', secret);
    return url.href;
  }

  private configuration(): Reply {
    const { site } = this;
    return jsonReply({
      issuer: site.options.announcedIssuer ?? site.issuer,
      authorization_endpoint: site.authEndpoint,
      registration_endpoint: `${site.origin}/register`,
      jwks_uri: `${site.origin}/jwks`,
      token_endpoint: site.tokenEndpoint,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', ...Object.values(scopes)],
      response_types_supported: ['id_token'],
      response_modes_supported: ['form_post'],
      grant_types_supported: ['implicit', 'client_credentials'],
      subject_types_supported: ['public', 'pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      claims_supported: ['iss', 'sub', 'aud', 'name', 'given_name', 'family_name', 'email', 'locale'],
      ...(site.profile.ownTokenAudience ? { authorization_server: site.tokenAudience } : {}),
      [PLATFORM_CONFIGURATION]: {
        product_family_code: site.profile.family,
        version: '1.0',
        messages_supported: Object.values(messageTypes).map((type) => ({ type, placements: [] })),
        variables: site.profile.resourceLinkHistory ? [...VARIABLES, 'ResourceLink.id.history'] : VARIABLES,
        ...(site.profile.notices ? { notice_types_supported: ['LtiContextCopyNotice'] } : {}),
      },
    });
  }

  private async register(exchange: Exchange): Promise<Reply> {
    const { site } = this;
    const ticket = this.redeem(exchange);
    const tool = readTool(exchange, site);
    const keys = await this.keys.fetch(tool.jwksUri);
    insist([
      ['registration/key-set', keys.length > 0, 'The key set of the tool has no key with `kid`, `alg` RS256 and `use` sig.'],
    ]);
    const registration = ticket.updates ?? this.add({ ...tool, deployments: [] });
    if (ticket.updates) Object.assign(registration, tool, { scopes: this.granted(tool.scopes) });
    const { body } = exchange;
    const given = JSON.parse(body) as Record<string, object>;
    return jsonReply({
      ...given,
      client_id: registration.clientId,
      scope: registration.scopes.join(' '),
      [TOOL_CONFIGURATION]: {
        ...given[TOOL_CONFIGURATION],
        ...(site.profile.registration.deploymentId ? { deployment_id: registration.deployments[0] } : {}),
      },
    });
  }

  /** Makes a tool known, as an administrator does by hand too. */
  add(tool: Omit<Registration, 'clientId' | 'active'>): Registration {
    const { site } = this;
    const registration = {
      ...tool,
      clientId: site.newId(),
      active: site.profile.registration.activation === 'at once',
      scopes: this.granted(tool.scopes),
      deployments: tool.deployments.length > 0 ? tool.deployments : [site.newId()],
    };
    site.registrations.set(registration.clientId, registration);
    return registration;
  }

  private granted(asked: string[]): string[] {
    const { grants } = this.site.options;
    return grants ? asked.filter((scope) => grants.includes(scope)) : asked;
  }

  private redeem({ headers }: Exchange): { updates: Registration | null } {
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const ticket = this.tokens.get(token);
    // It is spent by the first attempt, whatever comes of it.
    this.tokens.delete(token);
    if (ticket && ticket.until > this.site.now()) return ticket;
    if (!token && !this.site.profile.strict) return { updates: null };
    throw new Refusal(
      401,
      'registration/token',
      'The registration token is missing, expired or was used before.',
      'invalid_token',
    );
  }
}
