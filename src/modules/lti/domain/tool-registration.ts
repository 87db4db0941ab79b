import { ALL_SERVICE_SCOPES } from './service-scopes.js';
import { CUSTOM_PARAMETERS, type ToolAddresses } from './tool-addresses.js';
import type { PlatformConfiguration } from './platform-configuration.js';
import type { RegistrationRefusal } from './registration-refusal.js';

const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const CLAIMS = ['iss', 'sub', 'name', 'given_name', 'family_name', 'email', 'locale'];
/** Where teachers look for things to add (Dynamic Registration 1.0 §4.2, and Canvas’ own names). */
const PLACEMENTS = new Set([
  'ContentArea',
  'RichTextEditor',
  'link_selection',
  'assignment_selection',
  'https://canvas.instructure.com/lti/link_selection',
  'https://canvas.instructure.com/lti/assignment_selection',
]);

/** What services are asked for: all that Cairn uses and the platform has. */
export function scopesToAsk({ scopes }: Pick<PlatformConfiguration, 'scopes'>): string[] {
  const known = scopes?.filter((scope) => scope.includes('purl.imsglobal.org')) ?? [];
  return known.length === 0 ? [...ALL_SERVICE_SCOPES] : ALL_SERVICE_SCOPES.filter((scope) => known.includes(scope));
}

/** The body by which Cairn registers (Dynamic Registration 1.0 §3.5). */
export function toolRegistration(addresses: ToolAddresses, configuration: PlatformConfiguration): Record<string, unknown> {
  const { login, launch, keySet, logo } = addresses;
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: login,
    redirect_uris: [launch],
    client_name: 'Cairn',
    jwks_uri: keySet,
    logo_uri: logo,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: scopesToAsk(configuration).join(' '),
    [TOOL_CONFIGURATION]: {
      // With the port: strict platforms compare it with the host of the address below.
      domain: new URL(launch).host,
      description: 'Micro-credentials: courses, projects and the badge, inside the course.',
      target_link_uri: launch,
      custom_parameters: CUSTOM_PARAMETERS,
      claims: CLAIMS,
      messages: messages(launch, configuration),
    },
  };
}

function messages(launch: string, configuration: PlatformConfiguration): Record<string, unknown>[] {
  const wanted = [
    { type: 'LtiResourceLinkRequest', target_link_uri: launch, label: 'Cairn' },
    { type: 'LtiDeepLinkingRequest', target_link_uri: launch, label: 'Add from Cairn', 'label#de': 'Aus Cairn hinzufügen' },
    { type: 'LtiSubmissionReviewRequest', target_link_uri: launch, label: 'Work in Cairn' },
  ];
  const supported = configuration.messages;
  if (!supported) return wanted;
  // Only where it is announced: few platforms know it.
  return [...wanted, { type: 'DataPrivacyLaunchRequest', target_link_uri: launch, label: 'Your data in Cairn' }]
    .filter(({ type }) => type === 'LtiResourceLinkRequest' || supported.has(type))
    .map((message) => {
      const placements = supported.get(message.type)?.filter((placement) => PLACEMENTS.has(placement)) ?? [];
      return message.type === 'LtiDeepLinkingRequest' && placements.length > 0 ? { ...message, placements } : message;
    });
}

/** What the platform made of it: it may give less than was asked for (§3.6). */
export interface RegistrationAnswer {
  clientId: string;
  scopes: string[];
  deploymentId: string | null;
}

const LONGEST_ID = 255;

export function readRegistrationAnswer(
  text: string,
  asked: readonly string[],
): { answer: RegistrationAnswer } | { refusal: RegistrationRefusal } {
  const body = parsed(text);
  const clientId = body['client_id'];
  if (!isId(clientId)) return { refusal: { code: 'answer_malformed', part: 'client_id' } };
  const given = typeof body['scope'] === 'string' ? body['scope'].split(' ') : asked;
  const tool = body[TOOL_CONFIGURATION];
  const deploymentId = (tool as Record<string, unknown> | null | undefined)?.['deployment_id'];
  return {
    answer: {
      clientId,
      scopes: asked.filter((scope) => given.includes(scope)),
      // Moodle writes a number.
      deploymentId: idOf(deploymentId),
    },
  };
}

function idOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return isId(text) ? text : null;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_ID;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // No JSON is an answer without a client id.
    return {};
  }
}
