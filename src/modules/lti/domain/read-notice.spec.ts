import { describe, expect, it } from '@jest/globals';
import { CLAIMS } from './claim-names.js';
import { readNotice } from './read-notice.js';

const NOW = new Date('2026-11-28T12:00:00Z');
const SECONDS = NOW.getTime() / 1_000;
const EXPECTED = { issuer: 'https://lms.example', clientId: 'tool-1', now: NOW };

const notice = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  iss: EXPECTED.issuer,
  aud: 'tool-1',
  exp: SECONDS + 300,
  iat: SECONDS,
  jti: 'j-1',
  [CLAIMS.version]: '1.3.0',
  [CLAIMS.deploymentId]: '7',
  [CLAIMS.notice]: { id: 'n-1', timestamp: NOW.toISOString(), type: 'LtiContextCopyNotice' },
  [CLAIMS.context]: { id: '5' },
  [CLAIMS.originContexts]: ['4'],
  ...changes,
});

describe('A notice', () => {
  it('says which course was copied from which, without belonging to a login', () => {
    expect(readNotice(notice(), EXPECTED)).toEqual({
      ok: true,
      notice: { jti: 'j-1', deploymentId: '7', contextId: '5', copiedFrom: ['4'] },
    });
  });

  it.each([
    ['issuer_wrong', { iss: 'https://other.example' }],
    ['audience_wrong', { aud: 'tool-2' }],
    ['audience_untrusted', { aud: ['tool-1', 'tool-2'], azp: 'tool-1' }],
    ['expired', { exp: SECONDS - 60 }],
    ['expired', { iat: SECONDS - 601 }],
    ['issued_in_the_future', { iat: SECONDS + 61 }],
    ['version_unsupported', { [CLAIMS.version]: '1.2' }],
    ['message_type_unsupported', { [CLAIMS.notice]: { type: 'LtiHelloWorldNotice' } }],
    ['claim_missing', { jti: undefined }],
    ['claim_missing', { [CLAIMS.notice]: undefined }],
    ['claim_missing', { [CLAIMS.context]: undefined }],
    ['claim_missing', { [CLAIMS.originContexts]: undefined }],
    ['claim_malformed', { [CLAIMS.context]: { id: 5 } }],
    ['claim_malformed', { [CLAIMS.originContexts]: ['x'.repeat(256)] }],
    ['claim_malformed', { [CLAIMS.originContexts]: Array(51).fill('4') }],
  ])('is refused as %s: %j', (code, changes) => {
    expect(readNotice(notice(changes), EXPECTED)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is an object', () => {
    expect(readNotice('text', EXPECTED)).toMatchObject({ ok: false, refusal: { code: 'token_malformed' } });
  });
});
