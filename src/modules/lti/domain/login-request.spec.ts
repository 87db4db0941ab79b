import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { authorizationAddress, readLoginRequest } from './login-request.js';

const SECRETS = { redirectUri: 'https://cairn.example/lti/launch', state: 's', nonce: 'n' };

describe('A login that a platform asks for', () => {
  it('is read with what it needs', () => {
    expect(
      readLoginRequest({ iss: 'https://lms.example', login_hint: '7', target_link_uri: 'https://evil.example', x: '1' }),
    ).toEqual({
      issuer: 'https://lms.example',
      loginHint: '7',
      messageHint: null,
      clientId: null,
      storageTarget: null,
    });
  });

  it.each([
    [{ login_hint: '7' }, 'iss'],
    [{ iss: ['https://lms.example'], login_hint: '7' }, 'iss'],
    [{ iss: 'https://lms.example' }, 'login_hint'],
    [{ iss: 'https://lms.example', login_hint: '7'.repeat(20_000) }, 'login_hint'],
  ])('%j lacks %s', (parameters, missing) => expect(readLoginRequest(parameters)).toEqual({ missing }));

  it('gives the hints back as they came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ minLength: 1 }), (loginHint, messageHint) => {
        const request = { issuer: 'i', loginHint, messageHint, clientId: null, storageTarget: null };
        const address = authorizationAddress(
          { authorizationUrl: 'https://lms.example/auth?site=3', clientId: 'c' },
          request,
          SECRETS,
        );
        const sent = new URL(address).searchParams;
        expect([sent.get('login_hint'), sent.get('lti_message_hint')]).toEqual([loginHint, messageHint]);
        expect([sent.get('site'), sent.get('client_id'), sent.get('prompt')]).toEqual(['3', 'c', 'none']);
      }),
    );
  });
});
