import { describe, expect, it } from '@jest/globals';
import { originsOf, platformAddressFault } from './platform-address.js';
import { readConfiguration } from './platform-configuration.js';

const ADDRESS = 'https://lms.example/.well-known/openid-configuration';
const DOCUMENT = {
  issuer: 'https://lms.example',
  authorization_endpoint: 'https://lms.example/auth',
  token_endpoint: 'https://lms.example/token',
  jwks_uri: 'https://keys.lms.example/jwks',
  registration_endpoint: 'https://lms.example/register',
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  scopes_supported: ['openid'],
  'https://purl.imsglobal.org/spec/lti-platform-configuration': {
    product_family_code: ' Moodle ',
    messages_supported: [{ type: 'LtiResourceLinkRequest' }, 'LtiDeepLinkingRequest', { type: 7 }],
  },
};
const read = (changes: object, address = ADDRESS, local = false) =>
  readConfiguration({ ...DOCUMENT, ...changes }, address, local);
const code = (result: ReturnType<typeof read>) => ('refusal' in result ? result.refusal : 'read');

describe('What a platform says of itself', () => {
  it('is read as far as it is used', () => {
    expect(read({})).toEqual({
      configuration: {
        issuer: 'https://lms.example',
        authorizationUrl: 'https://lms.example/auth',
        tokenUrl: 'https://lms.example/token',
        tokenAudience: null,
        jwksUrl: 'https://keys.lms.example/jwks',
        registrationUrl: 'https://lms.example/register',
        algorithms: ['RS256'],
        scopes: ['openid'],
        productFamily: 'moodle',
        messages: new Map([
          ['LtiResourceLinkRequest', []],
          ['LtiDeepLinkingRequest', []],
        ]),
      },
    });
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'issuer'],
  ])('is refused when it is %s', (_, document) => {
    expect(code(readConfiguration(document, ADDRESS, false))).toEqual({ code: 'configuration_malformed' });
  });

  it.each(['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri', 'registration_endpoint'])('needs %s', (part) => {
    for (const value of [undefined, '', 7, 'x'.repeat(3_000)]) {
      expect(code(read({ [part]: value }))).toEqual({ code: 'configuration_malformed', part });
    }
    for (const value of [
      'http://lms.example',
      'javascript:alert(1)',
      'https://amira:secret@lms.example',
      'https://lms.example#x',
      'lms',
    ]) {
      expect(code(read({ [part]: value }))).toEqual({ code: 'endpoint_unfit', part });
    }
  });

  it.each(['https://other.example/c', 'https://lms.example.evil.example/c', 'https://lms.example:8443/c'])(
    'is not believed when it comes from %s',
    (address) => {
      expect(code(read({}, address))).toEqual({ code: 'issuer_foreign', part: 'issuer' });
    },
  );

  it('is of no use without a common way of signing', () => {
    expect(code(read({ id_token_signing_alg_values_supported: ['HS256', 'none'] }))).toMatchObject({
      code: 'method_unsupported',
    });
    expect(code(read({ token_endpoint_auth_methods_supported: ['client_secret_basic'] }))).toMatchObject({
      code: 'method_unsupported',
    });
    expect(read({ id_token_signing_alg_values_supported: undefined })).toMatchObject({
      configuration: { algorithms: ['RS256'] },
    });
  });
});

describe('An address of a platform', () => {
  it('may be plain http on this machine, while Cairn is there too', () => {
    expect(platformAddressFault('http://127.0.0.1:4000/auth', true)).toBeNull();
    expect(platformAddressFault('http://127.0.0.1:4000/auth', false)).toBe('not_https');
    expect(platformAddressFault('http://lms.example/auth', true)).toBe('not_https');
  });

  it('tells from where pages frame Cairn', () => {
    expect(
      originsOf(['https://lms.example/a', 'https://lms.example/b', 'https://auth.lms.example:8443/c', 'nonsense', 'data:x']),
    ).toEqual(['https://lms.example', 'https://auth.lms.example:8443']);
  });
});
