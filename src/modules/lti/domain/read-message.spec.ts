import { describe, expect, it } from '@jest/globals';
import { hashOf } from '../../../platform/secrets.js';
import { CLAIMS } from './claim-names.js';
import { type Expected, readMessage } from './read-message.js';

const NOW = new Date('2026-11-28T12:00:00Z');
const SECONDS = NOW.getTime() / 1_000;
const EXPECTED: Expected = {
  issuer: 'https://lms.example',
  clientId: 'tool-1',
  nonceHash: hashOf('n-1'),
  origin: 'https://cairn.example',
  now: NOW,
};
const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

const launch = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  iss: EXPECTED.issuer,
  aud: 'tool-1',
  sub: '42',
  exp: SECONDS + 300,
  iat: SECONDS,
  nonce: 'n-1',
  name: 'Amara Okafor',
  email: 'amara@lms.example',
  [CLAIMS.version]: '1.3.0',
  [CLAIMS.messageType]: 'LtiResourceLinkRequest',
  [CLAIMS.deploymentId]: '7',
  [CLAIMS.targetLinkUri]: 'https://cairn.example/lti/launch',
  [CLAIMS.resourceLink]: { id: '99', title: 'Data Storytelling' },
  [CLAIMS.roles]: [`${MEMBERSHIP}Learner`],
  [CLAIMS.context]: { id: '5', title: 'Statistics', label: 'ST1' },
  ...changes,
});
const without = (name: string) => {
  const { [name]: _left, ...rest } = launch();
  return rest;
};
const deepLinking = (settings: Record<string, unknown> = {}) =>
  launch({
    [CLAIMS.messageType]: 'LtiDeepLinkingRequest',
    [CLAIMS.deepLinkingSettings]: {
      deep_link_return_url: 'https://lms.example/back',
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe'],
      ...settings,
    },
  });
const review = (changes: Record<string, unknown> = {}) =>
  launch({
    [CLAIMS.messageType]: 'LtiSubmissionReviewRequest',
    [CLAIMS.forUser]: { user_id: '43' },
    [CLAIMS.gradeService]: { scope: [], lineitem: 'https://lms.example/items/3' },
    ...changes,
  });

const read = (payload: unknown) => readMessage(payload, EXPECTED);
const accepted = (payload: unknown) => {
  const answer = read(payload);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.message;
};

describe('A message of a platform', () => {
  it('is read whole', () => {
    expect(accepted(launch())).toMatchObject({
      kind: 'resource-link',
      deploymentId: '7',
      person: { subject: '42', name: 'Amara Okafor', email: 'amara@lms.example', givenName: null },
      roles: [`${MEMBERSHIP}Learner`],
      context: { id: '5', title: 'Statistics', label: 'ST1', copiedFrom: [] },
      resourceLink: { id: '99', title: 'Data Storytelling', copiedFrom: [] },
      gradeService: null,
      membershipsUrl: null,
      deepLinking: null,
    });
  });

  it.each([
    ['no names and no address', { name: undefined, email: undefined }],
    ['an address and no course', { [CLAIMS.context]: undefined }],
    ['no roles at all', { [CLAIMS.roles]: [] }],
    ['roles nobody knows', { [CLAIMS.roles]: ['urn:x:owner'] }],
    ['an audience of one in a list, and a party', { aud: ['tool-1'], azp: 'tool-1' }],
    ['claims nobody knows', { 'https://lms.example/claim': { a: [1] } }],
    ['names that are null', { given_name: null, [CLAIMS.custom]: null }],
    ['a clock 50 s ahead', { iat: SECONDS + 50, exp: SECONDS + 60 }],
    ['a clock 50 s behind', { iat: SECONDS - 110, exp: SECONDS - 50 }],
  ])('is believed with %s', (_what, changes) => {
    expect(read(launch(changes))).toMatchObject({ ok: true });
  });

  it('takes unsubstituted and odd custom values for absent', () => {
    const custom = { id: 'a', raw: '$ResourceLink.id.history', empty: '', none: null, number: 3, context_id_history: '4,3, ' };
    const message = accepted(launch({ [CLAIMS.custom]: custom }));
    expect(message.custom).toEqual({ id: 'a', context_id_history: '4,3, ' });
    expect(message.context?.copiedFrom).toEqual(['4', '3']);
  });

  it('is read with its services', () => {
    const services = {
      [CLAIMS.gradeService]: { scope: ['s'], lineitems: 'https://lms.example/items?a=1' },
      [CLAIMS.platform]: { guid: 'g', product_family_code: 'moodle', name: 'Riverside' },
    };
    expect(accepted(launch(services))).toMatchObject({
      gradeService: { scopes: ['s'], lineItemsUrl: 'https://lms.example/items?a=1', lineItemUrl: null },
      platform: { guid: 'g', family: 'moodle', name: 'Riverside' },
    });
  });

  it.each([
    [
      'where it is',
      { context_memberships_url: 'https://lms.example/members', service_versions: ['1.0', '2.0'] },
      'https://lms.example/members',
    ],
    ['without versions', { context_memberships_url: 'https://lms.example/members' }, 'https://lms.example/members'],
    [
      'in a version that we do not speak',
      { context_memberships_url: 'https://lms.example/members', service_versions: ['3.0'] },
      null,
    ],
    ['nowhere', { context_memberships_url: 'members' }, null],
    ['not at all', {}, null],
  ])('tells of the roster %s', (_, claim, url) => {
    expect(accepted(launch({ [CLAIMS.rosterService]: claim })).membershipsUrl).toBe(url);
  });

  it('is a request for links', () => {
    expect(accepted(deepLinking({ accept_multiple: 'true', data: ' kept ' })).deepLinking).toEqual({
      returnUrl: 'https://lms.example/back',
      acceptTypes: ['ltiResourceLink'],
      acceptMultiple: true,
      acceptLineItem: true,
      acceptPresentationTargets: ['iframe'],
      data: ' kept ',
    });
  });

  it('is a request to look at work', () => {
    expect(accepted(review())).toMatchObject({ kind: 'submission-review', forSubject: '43' });
  });

  it.each([
    ['nothing', null, 'token_malformed'],
    ['a list', [], 'token_malformed'],
    ['no issuer', without('iss'), 'claim_missing'],
    ['another issuer', launch({ iss: 'https://lms.example/' }), 'issuer_wrong'],
    ['no audience', without('aud'), 'claim_missing'],
    ['another audience', launch({ aud: 'tool-2' }), 'audience_wrong'],
    ['an audience that is a number', launch({ aud: 7 }), 'claim_malformed'],
    ['an unknown second audience', launch({ aud: ['tool-1', 'x'], azp: 'tool-1' }), 'audience_untrusted'],
    ['another party', launch({ azp: 'tool-2' }), 'authorized_party_wrong'],
    ['no end', without('exp'), 'claim_missing'],
    ['an end that is text', launch({ exp: String(SECONDS + 300) }), 'claim_malformed'],
    ['an end long ago', launch({ exp: SECONDS - 61 }), 'expired'],
    ['no time', without('iat'), 'claim_missing'],
    ['a time in the future', launch({ iat: SECONDS + 61 }), 'issued_in_the_future'],
    ['a time too long ago', launch({ iat: SECONDS - 601 }), 'expired'],
    ['no nonce', without('nonce'), 'claim_missing'],
    ['another nonce', launch({ nonce: 'n-2' }), 'nonce_wrong'],
    ['nobody', without('sub'), 'anonymous'],
    ['an endless person', launch({ sub: 'a'.repeat(256) }), 'claim_malformed'],
    ['a person who is a number', launch({ sub: 42 }), 'claim_malformed'],
    ['no version', without(CLAIMS.version), 'claim_missing'],
    ['another version', launch({ [CLAIMS.version]: '1.3.1' }), 'version_unsupported'],
    ['no type', without(CLAIMS.messageType), 'claim_missing'],
    ['another type', launch({ [CLAIMS.messageType]: 'LtiStartProctoring' }), 'message_type_unsupported'],
    ['a type from an object’s depths', launch({ [CLAIMS.messageType]: 'toString' }), 'message_type_unsupported'],
    ['no deployment', without(CLAIMS.deploymentId), 'claim_missing'],
    ['an empty deployment', launch({ [CLAIMS.deploymentId]: '' }), 'claim_missing'],
    ['a deployment that is a number', launch({ [CLAIMS.deploymentId]: 7 }), 'claim_malformed'],
    ['an endless deployment', launch({ [CLAIMS.deploymentId]: 'a'.repeat(256) }), 'claim_malformed'],
    ['no target', without(CLAIMS.targetLinkUri), 'claim_missing'],
    ['a foreign target', launch({ [CLAIMS.targetLinkUri]: 'https://evil.example/lti/launch' }), 'target_foreign'],
    [
      'a target that looks like ours',
      launch({ [CLAIMS.targetLinkUri]: 'https://cairn.example.evil.example/' }),
      'target_foreign',
    ],
    ['a target that is a path', launch({ [CLAIMS.targetLinkUri]: '/lti/launch' }), 'target_foreign'],
    ['no link', without(CLAIMS.resourceLink), 'claim_missing'],
    ['a link without an id', launch({ [CLAIMS.resourceLink]: { title: 'x' } }), 'claim_missing'],
    ['an endless link', launch({ [CLAIMS.resourceLink]: { id: 'a'.repeat(256) } }), 'claim_malformed'],
    ['no roles', without(CLAIMS.roles), 'claim_missing'],
    ['roles that are text', launch({ [CLAIMS.roles]: `${MEMBERSHIP}Instructor` }), 'claim_malformed'],
    ['a role that is an object', launch({ [CLAIMS.roles]: [{}] }), 'claim_malformed'],
    ['a context that is text', launch({ [CLAIMS.context]: '5' }), 'claim_malformed'],
    ['a context without an id', launch({ [CLAIMS.context]: {} }), 'claim_missing'],
    ['a name with NUL', launch({ name: 'a\0b' }), 'claim_malformed'],
    ['a name that is an object', launch({ name: {} }), 'claim_malformed'],
    ['a service that is a list', launch({ [CLAIMS.gradeService]: [] }), 'claim_malformed'],
    ['links without settings', launch({ [CLAIMS.messageType]: 'LtiDeepLinkingRequest' }), 'claim_missing'],
    ['links that go to a script', deepLinking({ deep_link_return_url: 'javascript:alert(1)' }), 'claim_malformed'],
    ['links that go nowhere', deepLinking({ deep_link_return_url: null }), 'claim_missing'],
    ['a review of nobody', review({ [CLAIMS.forUser]: undefined }), 'claim_missing'],
    ['a review of nothing', review({ [CLAIMS.gradeService]: undefined }), 'claim_missing'],
  ])('with %s is refused', (_what, payload, code) => {
    expect(read(payload)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('for several tools needs the party', () => {
    const trusting = { ...EXPECTED, trustedAudiences: ['gateway'] };
    const several = launch({ aud: ['tool-1', 'gateway'] });
    expect(readMessage(several, trusting)).toMatchObject({ ok: false, refusal: { code: 'claim_missing', claim: 'azp' } });
    expect(readMessage({ ...several, azp: 'tool-1' }, trusting)).toMatchObject({ ok: true });
  });
});
