import { canParseUrl } from '../../../platform/can-parse-url.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export type AddressFault = 'not_an_address' | 'not_https' | 'with_password';

/** Why an endpoint may not be there, if it may not. Plain http only on this machine, where Cairn itself is on this machine alone. */
export function addressFault(address: string, isLocal: boolean): AddressFault | null {
  if (!canParseUrl(address)) return 'not_an_address';
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'with_password';
  if (protocol === 'https:') return null;
  return protocol === 'http:' && isLocal && LOOPBACK.has(hostname) ? null : 'not_https';
}
