import type { Mutate, SignWith } from './keys.js';
import { LTI } from './words.js';

const LONG = 'x'.repeat(256);
const MINUTE = 60;
const claim = (name: string) => `${LTI}${name}`;

export interface Forgery {
  name: string;
  mutate?: Mutate;
  signWith?: SignWith;
}

const sets = (name: string, key: string, value: unknown): Forgery => ({
  name,
  mutate: (claims) => {
    claims[key] = value;
  },
});

const drops = (...keys: string[]): Forgery[] =>
  keys.map((key) => ({
    name: `no ${key.replace(LTI, '')}`,
    mutate: (claims) => {
      delete claims[key];
    },
  }));

const signed = (...ways: SignWith[]): Forgery[] => ways.map((signWith) => ({ name: `signed: ${signWith}`, signWith }));

const shifts = (name: string, key: string, seconds: number): Forgery => ({
  name,
  mutate: (claims) => {
    claims[key] = Number(claims['iat']) + seconds;
  },
});

const within = (name: string, key: string, part: string, value: unknown): Forgery => ({
  name,
  mutate: (claims) => {
    claims[claim(key)] = { ...(claims[claim(key)] as object), [part]: value };
  },
});

/**
 * Resource link launches that a tool has to refuse with a page of its own and without a session
 * (LTI Core 1.3 §5.3, Security Framework 1.1 §5.1.3). Every one is told apart from a good launch by one thing alone.
 */
export const forgeries: Forgery[] = [
  ...signed('no-kid', 'unknown-kid', 'other-key-same-kid', 'broken-signature', 'no-signature', 'none', 'hs256-public-key'),
  ...signed('rs384', 'ps256', 'es256', 'key-in-header', 'key-address-in-header'),
  ...drops('iss', 'aud', 'exp', 'iat', 'nonce', 'sub'),
  ...['version', 'message_type', 'roles', 'deployment_id', 'resource_link', 'target_link_uri'].flatMap((name) =>
    drops(claim(name)),
  ),
  sets('another issuer', 'iss', 'https://other.example'),
  sets('another audience', 'aud', 'somebody-else'),
  { name: 'a second audience, without azp', mutate: withSecondAudience(false) },
  { name: 'a second audience that nobody trusts', mutate: withSecondAudience(true) },
  sets('azp of another client', 'azp', 'somebody-else'),
  {
    name: 'expired',
    mutate: (claims) => {
      claims['iat'] = Number(claims['iat']) - 5 * MINUTE;
      claims['exp'] = Number(claims['iat']) + MINUTE;
    },
  },
  shifts('iat in the future', 'iat', 10 * MINUTE),
  { name: 'iat an hour ago', mutate: (claims) => void (claims['iat'] = Number(claims['iat']) - 60 * MINUTE) },
  sets('exp as a text', 'exp', 'tomorrow'),
  sets('another nonce', 'nonce', 'invented-by-the-platform'),
  sets('nonce as a number', 'nonce', 1),
  sets('sub as a number', 'sub', 7),
  sets('sub too long', 'sub', LONG),
  sets('sub empty', 'sub', ''),
  sets('another version', claim('version'), '1.1'),
  sets('an unknown message', claim('message_type'), 'LtiUnheardOfRequest'),
  sets('roles as a text', claim('roles'), 'Learner'),
  sets('roles with a number', claim('roles'), [1]),
  sets('an unknown deployment', claim('deployment_id'), 'of-somebody-else'),
  sets('deployment_id as a number', claim('deployment_id'), 1),
  sets('deployment_id too long', claim('deployment_id'), LONG),
  within('resource_link without id', 'resource_link', 'id', undefined),
  within('resource_link.id too long', 'resource_link', 'id', LONG),
  within('resource_link.id as a number', 'resource_link', 'id', 5),
  within('context.id as a list', 'context', 'id', ['1']),
  sets('target_link_uri elsewhere', claim('target_link_uri'), 'https://evil.example/lti/launch'),
  sets('target_link_uri of a script', claim('target_link_uri'), 'javascript:alert(1)'),
  sets('custom as a list', claim('custom'), ['a']),
  {
    name: 'nothing in it',
    mutate: (claims) => {
      for (const name of Object.keys(claims)) delete claims[name];
    },
  },
];

function withSecondAudience(azp: boolean): Mutate {
  return (claims) => {
    const [own] = [claims['aud']].flat();
    claims['aud'] = [own, 'https://other.example'];
    if (azp) claims['azp'] = own;
    else delete claims['azp'];
  };
}

const leavesOnly =
  (...kept: string[]): Mutate =>
  (claims) => {
    const optional = [
      'name',
      'given_name',
      'family_name',
      'email',
      'locale',
      ...['context', 'lis', 'custom', 'launch_presentation', 'tool_platform'].map(claim),
    ];
    for (const key of optional) if (!kept.includes(key)) delete claims[key];
  };

/** Launches that lack all that may be lacking, or say more than is known; a tool has to take them. */
export const partialLaunches: Forgery[] = [
  { name: 'with only an e-mail, without a context', mutate: leavesOnly('email') },
  { name: 'with only names', mutate: leavesOnly('name', 'given_name', 'family_name', claim('context')) },
  { name: 'without personal data', mutate: leavesOnly(claim('context'), claim('custom')) },
  { name: 'with only a resource link', mutate: leavesOnly() },
  sets('with an unknown role', claim('roles'), ['https://lms.example/roles#Wizard']),
  sets('without a role', claim('roles'), []),
  sets('with a short role', claim('roles'), ['Learner']),
  sets('with an unknown claim', 'https://lms.example/claim', { any: 'thing' }),
  sets('with custom values that are none', claim('custom'), { a: null, b: '', c: '$ResourceLink.id.history', d: 4 }),
];
