export const PREFIX = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';

/** The scopes of the Open Badges 3.0 service API (§6.2), and what each lets a program do, in words for the consent page. */
export const SERVICE_SCOPES = {
  [`${PREFIX}credential.readonly`]: 'Read the badges that you hold here',
  [`${PREFIX}credential.upsert`]: 'Add badges from elsewhere to those that you hold here, and replace them with newer ones',
  [`${PREFIX}profile.readonly`]: 'Read your profile: your name, and what you or your services put into it',
  [`${PREFIX}profile.update`]: 'Change your profile for services',
  offline_access: 'Do this also while you are away, until you disconnect it',
} as const satisfies Record<string, string>;

export const OFFLINE_ACCESS = 'offline_access';
export const scopeOf = (name: string): string => `${PREFIX}${name}`;

export function isServiceScope(scope: string): scope is keyof typeof SERVICE_SCOPES {
  return Object.hasOwn(SERVICE_SCOPES, scope);
}

/** The names in a space-separated list (RFC 6749 §3.3), each once. */
export function readScopes(text: string): string[] {
  return [...new Set(text.split(' ').filter((scope) => scope !== ''))];
}
