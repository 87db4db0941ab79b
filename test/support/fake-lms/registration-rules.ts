import type { Registration } from './model.js';
import type { Exchange } from './server.js';
import { insist, isRecord, isText, Refusal, type Site, textOf, urlOf } from './site.js';
import { messageTypes, scopes, TOOL_CONFIGURATION } from './words.js';

type Tool = Omit<Registration, 'clientId' | 'active' | 'deployments'>;
type Rule = [rule: string, holds: boolean, detail: string];

/** The tool that a registration describes (Dynamic Registration 1.0 §3.5), if a strict platform would take it. */
export function readTool(exchange: Exchange, site: Site): Tool {
  const body = bodyOf(exchange);
  const tool = body[TOOL_CONFIGURATION];
  if (!isRecord(tool))
    throw new Refusal(400, 'registration/tool-configuration', `\`${TOOL_CONFIGURATION}\` is missing.`, 'invalid_client_metadata');
  insist(clientRules(body), 400, 'invalid_client_metadata');
  insist(toolRules(body, tool), 400, 'invalid_client_metadata');
  insist(addressRules(body, tool, site.options.requireHttps), 400, 'invalid_redirect_uri');
  return {
    name: String(body['client_name']),
    initiateLoginUri: String(body['initiate_login_uri']),
    redirectUris: body['redirect_uris'] as string[],
    jwksUri: String(body['jwks_uri']),
    targetLinkUri: String(tool['target_link_uri']),
    domain: String(tool['domain']),
    scopes: textOf(body['scope'])
      .split(' ')
      .filter((scope) => (Object.values(scopes) as string[]).includes(scope)),
    claims: tool['claims'] as string[],
    messages: (tool['messages'] ?? []) as Registration['messages'],
    custom: (tool['custom_parameters'] ?? {}) as Record<string, string>,
  };
}

function bodyOf({ headers, body }: Exchange): Record<string, unknown> {
  const type = headers['content-type']?.split(';')[0];
  if (type !== 'application/json') throw new Refusal(400, 'registration/content-type', 'The body has to be `application/json`.');
  try {
    const read: unknown = JSON.parse(body);
    if (isRecord(read)) return read;
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal(400, 'registration/json', 'The body is no JSON object.');
}

function clientRules(body: Record<string, unknown>): Rule[] {
  const list = (name: string) => [body[name] ?? []].flat() as unknown[];
  const grants = list('grant_types');
  const scope = body['scope'];
  return [
    ['registration/client-id', body['client_id'] === undefined, 'The platform chooses the `client_id`.'],
    ['registration/application-type', body['application_type'] === 'web', '`application_type` has to be `web`.'],
    ['registration/response-types', list('response_types').includes('id_token'), '`response_types` has to hold `id_token`.'],
    [
      'registration/grant-types',
      grants.includes('implicit') && grants.includes('client_credentials'),
      '`grant_types` has to hold `implicit` and `client_credentials`.',
    ],
    [
      'registration/auth-method',
      body['token_endpoint_auth_method'] === 'private_key_jwt',
      '`token_endpoint_auth_method` has to be `private_key_jwt`.',
    ],
    ['registration/client-name', isText(body['client_name']), '`client_name` has to be a text.'],
    [
      'registration/inline-keys',
      body['jwks'] === undefined,
      'Keys are published at `jwks_uri`, and not written into the registration.',
    ],
    ['registration/scope', scope === undefined || typeof scope === 'string', '`scope` is one text with spaces between.'],
  ];
}

function toolRules(body: Record<string, unknown>, tool: Record<string, unknown>): Rule[] {
  const { claims, messages, custom_parameters: custom } = tool;
  const types: string[] = Object.values(messageTypes);
  const isMessage = (message: unknown) => isRecord(message) && types.includes(String(message['type']));
  return [
    [
      'registration/domain',
      tool['domain'] === urlOf(tool['target_link_uri'])?.host,
      '`domain` has to be the host of `target_link_uri`.',
    ],
    [
      'registration/claims',
      Array.isArray(claims) && claims.includes('iss') && claims.includes('sub'),
      '`claims` has to hold `iss` and `sub`.',
    ],
    [
      'registration/messages',
      messages === undefined || (Array.isArray(messages) && messages.every(isMessage)),
      '`messages` has a type that is unknown.',
    ],
    [
      'registration/custom',
      custom === undefined || (isRecord(custom) && Object.values(custom).every((value) => typeof value === 'string')),
      '`custom_parameters` has texts alone.',
    ],
    [
      'registration/redirects',
      Array.isArray(body['redirect_uris']) && body['redirect_uris'].length > 0,
      '`redirect_uris` is a list with one or more.',
    ],
  ];
}

/** Every address is whole, without a fragment, and on the domain of the tool. */
function addressRules(body: Record<string, unknown>, tool: Record<string, unknown>, https: boolean): Rule[] {
  const messages = (tool['messages'] ?? []) as Record<string, unknown>[];
  const named: [string, unknown][] = [
    ['initiate_login_uri', body['initiate_login_uri']],
    ['jwks_uri', body['jwks_uri']],
    ['target_link_uri', tool['target_link_uri']],
    ...(body['redirect_uris'] as unknown[]).map((uri): [string, unknown] => ['redirect_uris', uri]),
    ...['logo_uri', 'client_uri', 'tos_uri', 'policy_uri']
      .filter((name) => body[name] !== undefined)
      .map((name): [string, unknown] => [name, body[name]]),
    ...messages
      .filter((message) => message['target_link_uri'] !== undefined)
      .map((message): [string, unknown] => ['messages', message['target_link_uri']]),
  ];
  return named.flatMap(([name, value]): Rule[] => {
    const url = urlOf(value);
    const allowed = https ? ['https:'] : ['https:', 'http:'];
    return [
      [
        `registration/address-${name}`,
        url !== null && allowed.includes(url.protocol) && !url.hash,
        `\`${name}\` has to be a whole address without a fragment.`,
      ],
      [
        `registration/foreign-${name}`,
        url?.host === tool['domain'],
        `\`${name}\` has to be on the domain ${String(tool['domain'])}.`,
      ],
    ];
  });
}
