import { onlyOnce, readForm, sendingPage } from './forms.js';
import type { Messages } from './messages.js';
import type { Exchange, Reply, Route } from './server.js';
import { insist, Refusal, type Site } from './site.js';
import type { Visits } from './visits.js';

const PLAIN = /^[\w.~-]{1,255}$/;

/** OpenID Connect's implicit flow as LTI uses it (Security Framework 1.1 §5.1.1). */
export class Login {
  private readonly nonces = new Set<string>();

  constructor(
    private readonly site: Site,
    private readonly visits: Visits,
    private readonly messages: Messages,
  ) {}

  readonly routes: Route[] = [
    { endpoint: 'page', methods: ['GET'], path: '/visit/:visit/login', answer: (exchange) => this.initiate(exchange) },
    { endpoint: 'auth', methods: ['GET', 'POST'], path: '/auth', answer: (exchange) => this.authenticate(exchange) },
  ];

  /** Sends the browser to the tool's login. */
  private initiate({ params }: Exchange): Reply {
    const visit = this.visits.find(params['visit']);
    if (!visit.registration.active) throw new Refusal(403, 'visit/pending', 'The tool is not active yet.');
    const parameters = this.visits.loginParameters(visit);
    const url = new URL(visit.registration.initiateLoginUri);
    if ((visit.loginMethod ?? this.site.profile.login.method) === 'POST') return sendingPage(url.href, parameters);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return { status: 302, headers: { location: url.href } };
  }

  private authenticate(exchange: Exchange): Reply {
    const asked = exchange.method === 'POST' ? readForm(exchange, 'auth') : onlyOnce(exchange.url.searchParams, 'auth');
    const value = (name: string) => asked.get(name) ?? '';
    const registration = this.site.registrations.get(value('client_id'));
    const redirectUri = value('redirect_uri');
    // Without a known client and address nothing may be sent anywhere (RFC 6749 §4.2.2.1).
    insist([
      ['auth/client', registration !== undefined, `There is no client “${value('client_id')}”.`],
      [
        'auth/redirect-uri',
        registration?.redirectUris.includes(redirectUri) ?? false,
        `${redirectUri} is not registered, byte by byte.`,
      ],
    ]);
    const state = asked.get('state');
    try {
      const idToken = this.idToken(value, registration?.clientId ?? '');
      return sendingPage(redirectUri, { id_token: idToken, ...(state === null ? {} : { state }) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      exchange.refused = error.rule;
      this.site.refusals.push(error);
      const fields = { error: error.error, error_description: error.message };
      return sendingPage(redirectUri, { ...fields, ...(state === null ? {} : { state }) });
    }
  }

  private idToken(value: (name: string) => string, clientId: string): string {
    const { profile } = this.site;
    insist([
      ['auth/response-mode', value('response_mode') === 'form_post', '`response_mode` has to be `form_post`.'],
      ['auth/prompt', value('prompt') === 'none', '`prompt` has to be `none`.'],
      ['auth/state', !profile.strict || PLAIN.test(value('state')), '`state` has to be of plain letters, 255 at most.'],
      ['auth/nonce', PLAIN.test(value('nonce')), '`nonce` has to be of plain letters, 255 at most.'],
      ['auth/nonce-replayed', !this.nonces.has(value('nonce')), 'The nonce was used before.'],
    ]);
    insist(
      [['auth/response-type', value('response_type') === 'id_token', '`response_type` has to be `id_token`.']],
      400,
      'unsupported_response_type',
    );
    insist([['auth/scope', value('scope') === 'openid', '`scope` has to be `openid`.']], 400, 'invalid_scope');
    this.nonces.add(value('nonce'));
    const hint = this.visits.takeHint(value('lti_message_hint'), value('login_hint'));
    if (!hint)
      throw new Refusal(
        400,
        'auth/hint',
        'The hints are not those of a login that was started here, or were used before.',
        'login_required',
      );
    const { visit } = hint;
    const { clientId: wanted, active } = visit.registration;
    insist(
      [['auth/other-client', wanted === clientId && active, 'The login was started for another client.']],
      400,
      'unauthorized_client',
    );
    if (visit.error) throw new Refusal(400, 'auth/as-told', visit.error.error_description ?? '', visit.error.error);
    return this.messages.sign(visit, value('nonce'));
  }
}
