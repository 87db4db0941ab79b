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

  const endorsement = (contexts: JsonValue): JsonObject => ({ ...plain, '@context': contexts, name: 'Well taught' });
  const [first, second, third] = badge['@context'] as readonly string[] as [string, string, string];

  it('may be said again by an endorsement inside', () => {
    const repeated = endorsement([first, second]);
    const achievement = { ...(badge.credentialSubject as { achievement: JsonObject }).achievement, endorsement: [repeated] };
    for (const document of [
      { ...badge, endorsement: repeated },
      { ...badge, credentialSubject: { ...(badge.credentialSubject as JsonObject), achievement } },
      { ...badge, issuer: { id: 'urn:x:1', endorsement: [endorsement([first, second, third]), repeated] } },
    ])
      expect(checkContext(document)).toEqual({ check: 'context', outcome: 'passed' });
  });

  it.each<[string, JsonObject]>([
    ['of another version', { endorsement: endorsement([first, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json']) }],
    ['with one more', { endorsement: endorsement([first, second, third, 'https://w3id.org/security/data-integrity/v2']) }],
    ['in another order', { endorsement: endorsement([second, first]) }],
    ['with definitions', { endorsement: endorsement([first, { name: 'https://x.example/name' }]) }],
    ['as a text', { endorsement: endorsement(first) }],
    ['that is null', { endorsement: endorsement(null) }],
    ['in a list of lists', { endorsement: [[endorsement([first, second])]] }],
    ['deeper inside', { endorsement: { ...endorsement([first, second]), issuer: { '@context': [first, second] } } }],
    ['under another name', { evidence: [endorsement([first, second])] }],
  ])('may not be said again %s', (_what, members) => {
    expect(checkContext({ ...badge, ...members })).toMatchObject({ outcome: 'unknown', reason: 'context-nested' });
  });
});
