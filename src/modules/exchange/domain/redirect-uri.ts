import { canParseUrl } from '../../../platform/can-parse-url.js';

/** Longest redirect address that is kept. */
const LONGEST = 1_000;

/**
 * What is wrong with an address that a program wants to be answered at, or null. Only https reaches nobody but the program; the exception
 * is a program on the learner's own machine, on the loopback interface (RFC 8252 §7.3).
 */
export function redirectUriFault(uri: unknown): string | null {
  if (typeof uri !== 'string' || uri.length > LONGEST || !canParseUrl(uri)) return 'It is not an absolute address.';
  const { protocol, hostname, hash, username, password } = new URL(uri);
  if (hash !== '' || uri.includes('#')) return 'It must not have a fragment (RFC 6749, 3.1.2).';
  if (username !== '' || password !== '') return 'It must not name a user.';
  if (/[\s"'<>\\^`{|}]/.test(uri)) return 'It holds a character that addresses do not have.';
  const loopback = protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return protocol === 'https:' || loopback ? null : 'It must be an https address.';
}

/** The address with the parameters of an answer added to its own. */
export function answerAt(redirectUri: string, parameters: Record<string, string>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  return url.href;
}
