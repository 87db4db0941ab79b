import { describe, expect, it } from '@jest/globals';
import { ALL_SERVICE_SCOPES, SERVICE_SCOPES } from './service-scopes.js';
import { toolAddresses } from './tool-addresses.js';
import { readRegistrationAnswer, scopesToAsk, toolRegistration } from './tool-registration.js';
import type { PlatformConfiguration } from './platform-configuration.js';

const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const CONFIGURATION: PlatformConfiguration = {
  issuer: 'https://lms.example',
  authorizationUrl: 'https://lms.example/auth',
  tokenUrl: 'https://lms.example/token',
  tokenAudience: null,
  jwksUrl: 'https://lms.example/jwks',
  registrationUrl: 'https://lms.example/register',
  algorithms: ['RS256'],
  scopes: null,
  productFamily: '',
  messages: null,
};
const body = (changes: Partial<PlatformConfiguration>) => {
  const made = toolRegistration(toolAddresses('http://localhost:3000'), { ...CONFIGURATION, ...changes });
  return { ...made, tool: made[TOOL] as { domain: string; messages: { type: string; placements?: string[] }[] } };
};

describe('The registration of Cairn', () => {
  it('names its host with the port, as strict platforms compare it', () => {
    expect(body({}).tool.domain).toBe('localhost:3000');
  });

  it('asks for what the platform has, and for all where it does not say', () => {
    expect(scopesToAsk({ scopes: ['openid', SERVICE_SCOPES.lineItems, 'https://lms.example/scope'] })).toEqual([
      SERVICE_SCOPES.lineItems,
    ]);
    expect(scopesToAsk({ scopes: ['openid'] })).toEqual(ALL_SERVICE_SCOPES);
    expect(scopesToAsk({ scopes: null })).toEqual(ALL_SERVICE_SCOPES);
  });

  it('takes messages that the platform knows, in places that fit', () => {
    const messages = new Map([['LtiDeepLinkingRequest', ['ContentArea', 'course_navigation']]]);
    expect(body({ messages }).tool.messages.map(({ type, placements }) => [type, placements])).toEqual([
      ['LtiResourceLinkRequest', undefined],
      ['LtiDeepLinkingRequest', ['ContentArea']],
    ]);
    expect(body({}).tool.messages).toHaveLength(3);
  });

  it('offers to tell what is held about somebody, where the platform knows how to ask', () => {
    const messages = new Map([['DataPrivacyLaunchRequest', []]]);
    expect(body({ messages }).tool.messages.map(({ type }) => type)).toEqual([
      'LtiResourceLinkRequest',
      'DataPrivacyLaunchRequest',
    ]);
  });
});

describe('The answer to a registration', () => {
  const asked = [SERVICE_SCOPES.scores, SERVICE_SCOPES.lineItems];
  const read = (answer: unknown) => readRegistrationAnswer(JSON.stringify(answer), asked);

  it('may give less than was asked for, never more', () => {
    expect(read({ client_id: 'c', scope: `${SERVICE_SCOPES.lineItems} ${SERVICE_SCOPES.results}` })).toEqual({
      answer: { clientId: 'c', scopes: [SERVICE_SCOPES.lineItems], deploymentId: null },
    });
    expect(read({ client_id: 'c' })).toMatchObject({ answer: { scopes: asked } });
    expect(read({ client_id: 'c', scope: '' })).toMatchObject({ answer: { scopes: [] } });
  });

  it('may name a deployment, as a text or a number', () => {
    expect(read({ client_id: 'c', [TOOL]: { deployment_id: 7 } })).toMatchObject({ answer: { deploymentId: '7' } });
    expect(read({ client_id: 'c', [TOOL]: { deployment_id: 'x' } })).toMatchObject({ answer: { deploymentId: 'x' } });
    expect(read({ client_id: 'c', [TOOL]: null })).toMatchObject({ answer: { deploymentId: null } });
  });

  it.each([
    ['no JSON', '<html>'],
    ['null', 'null'],
    ['no client id', '{}'],
    ['an odd one', '{"client_id":{}}'],
    ['a long one', `{"client_id":"${'x'.repeat(300)}"}`],
  ])('is refused when it is %s', (_, text) => {
    expect(readRegistrationAnswer(text, asked)).toEqual({ refusal: { code: 'answer_malformed', part: 'client_id' } });
  });
});
