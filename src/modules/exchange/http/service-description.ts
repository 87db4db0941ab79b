import { SERVICE_SCOPES, scopeOf } from '../domain/scopes.js';
import { OPEN_BADGES_PATH } from './open-badges-path.js';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const faults = { default: { description: 'imsx_StatusInfo', ...json({ $ref: '#/components/schemas/Imsx_StatusInfo' }) } };
const secured = (...names: string[]) => [{ OAuth2ACG: names.map(scopeOf) }];
const profile = json({ $ref: '#/components/schemas/Profile' });
const credential = {
  content: {
    ...json({ $ref: '#/components/schemas/AchievementCredential' }).content,
    'text/plain': { schema: { $ref: '#/components/schemas/CompactJws' } },
  },
};

/** The Service Description Document (OB 3.0 §6.3): an OpenAPI 3.0 document of what is here, which services read before they register. */
export function serviceDescription(publicUrl: string): object {
  return {
    openapi: '3.0.1',
    info: {
      title: 'Cairn',
      description: 'Micro-credentials with Cairn, as Open Badges 3.0',
      version: '3.0',
      termsOfService: `${publicUrl}/`,
      'x-imssf-privacyPolicyUrl': `${publicUrl}/`,
    },
    servers: [{ url: `${publicUrl}/${OPEN_BADGES_PATH}` }],
    tags: [{ name: 'OpenBadgeCredentials' }, { name: 'Discovery' }],
    paths: {
      '/credentials': { get: listing(), post: storing() },
      '/discovery': {
        get: {
          tags: ['Discovery'],
          operationId: 'getServiceDescription',
          responses: { 200: { description: 'This', ...json({ type: 'object' }) } },
        },
      },
      '/profile': {
        get: {
          operationId: 'getProfile',
          security: secured('profile.readonly'),
          responses: { 200: { description: 'The profile', ...profile }, ...faults },
        },
        put: {
          operationId: 'putProfile',
          security: secured('profile.update'),
          requestBody: { required: true, ...profile },
          responses: { 200: { description: 'The profile', ...profile }, ...faults },
        },
      },
    },
    components: {
      schemas: {
        AchievementCredential: { type: 'object' },
        CompactJws: { type: 'string', pattern: '^[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]*$' },
        Profile: { type: 'object' },
        Imsx_StatusInfo: { type: 'object' },
        GetOpenBadgeCredentialsResponse: {
          type: 'object',
          properties: {
            credential: { type: 'array', items: { $ref: '#/components/schemas/AchievementCredential' } },
            compactJwsString: { type: 'array', items: { $ref: '#/components/schemas/CompactJws' } },
          },
        },
      },
      securitySchemes: {
        OAuth2ACG: {
          type: 'oauth2',
          description: 'OAuth 2.0 Authorization Code Grant with PKCE',
          'x-imssf-registrationUrl': `${publicUrl}/oauth/register`,
          flows: {
            authorizationCode: {
              authorizationUrl: `${publicUrl}/oauth/authorize`,
              tokenUrl: `${publicUrl}/oauth/token`,
              refreshUrl: `${publicUrl}/oauth/token`,
              scopes: SERVICE_SCOPES,
            },
          },
        },
      },
    },
  };
}

function listing() {
  const query = (name: string, schema: object) => ({ name, in: 'query', required: false, schema });
  return {
    tags: ['OpenBadgeCredentials'],
    operationId: 'getCredentials',
    security: secured('credential.readonly'),
    parameters: [
      query('limit', { type: 'integer', minimum: 1 }),
      query('offset', { type: 'integer', minimum: 0 }),
      query('since', { type: 'string', format: 'date-time' }),
    ],
    responses: {
      200: { description: 'What the learner holds', ...json({ $ref: '#/components/schemas/GetOpenBadgeCredentialsResponse' }) },
      ...faults,
    },
  };
}

function storing() {
  return {
    tags: ['OpenBadgeCredentials'],
    operationId: 'upsertCredential',
    security: secured('credential.upsert'),
    requestBody: { required: true, ...credential },
    responses: {
      200: { description: 'It replaced an older one', ...credential },
      201: { description: 'It was added', ...credential },
      304: { description: 'One as new is here already' },
      ...faults,
    },
  };
}
