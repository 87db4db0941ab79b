import { describe, expect, it } from '@jest/globals';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { checkContext } from './verify-context.js';

const badge = new IssuerWorld().badge();
const v2 = 'https://www.w3.org/ns/credentials/v2';
const ob = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const plain = { type: ['VerifiableCredential'] };

describe('the contexts of a credential', () => {
  it.each<[string, JsonObject]>([
    ['our badges', badge],
    [
      'a badge of an earlier version',
      { ...badge, '@context': [v2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'] },
    ],
    ['a badge of data model 1.1', { ...badge, '@context': ['https://www.w3.org/2018/credentials/v1', ob] }],
    ['another credential', { ...plain, '@context': [v2, 'https://w3id.org/security/data-integrity/v2'] }],
  ])('are right in %s', (_what, document) => {
    expect(checkContext(document)).toEqual({ check: 'context', outcome: 'passed' });
  });

  it.each<[string, string, JsonValue | undefined]>([
    ['failed', 'context-missing', undefined],
    ['failed', 'context-missing', v2],
    ['failed', 'context-order', []],
    ['failed', 'context-order', [ob, v2]],
    ['failed', 'context-order', [{ '@vocab': 'https://x.example/' }, v2]],
    ['failed', 'context-item', [v2, 7]],
    ['failed', 'context-item', [v2, null]],
    ['failed', 'context-item', [v2, 'not a URL']],
    ['failed', 'context-item', [v2, [ob]]],
    ['unknown', 'context-inline', [v2, { '@vocab': 'https://x.example/' }]],
    ['unknown', 'context-inline', [v2, { name: null }]],
    ['unknown', 'context-unknown', [v2, 'https://evil.example/v1']],
  ])('%s with %s when they are %j', (outcome, reason, contexts) => {
    const document = contexts === undefined ? plain : { ...plain, '@context': contexts };
    expect(checkContext(document)).toMatchObject({ check: 'context', outcome, reason });
  });

  it('must put that of Open Badges second in a badge', () => {
    const document = { ...badge, '@context': [v2, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', ob] };
    expect(checkContext(document)).toMatchObject({ outcome: 'failed', reason: 'context-order' });
  });

  it('must stand at the top and nowhere else', () => {
    const nested = { ...badge, credentialSubject: { ...(badge.credentialSubject as JsonObject), '@context': v2 } };
    expect(checkContext(nested)).toMatchObject({ outcome: 'unknown', reason: 'context-nested' });
    expect(checkContext({ ...badge, evidence: [{ '@context': null }] })).toMatchObject({
      outcome: 'unknown',
      reason: 'context-nested',
    });
  });
});
