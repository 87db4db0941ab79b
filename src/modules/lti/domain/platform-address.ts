import { canParseUrl } from '../../../platform/can-parse-url.js';

export type PlatformAddressFault = 'not_an_address' | 'not_https' | 'with_password' | 'with_fragment';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why an address cannot be one of a platform: whole, https, nothing but the address. `local`: plain http on this machine is fine too. */
export function platformAddressFault(address: string, local: boolean): PlatformAddressFault | null {
  if (!canParseUrl(address)) return 'not_an_address';
  const { protocol, hostname, username, password, hash } = new URL(address);
  if (protocol !== 'https:' && !(local && protocol === 'http:' && LOOPBACK.has(hostname))) return 'not_https';
  if (username !== '' || password !== '') return 'with_password';
  return hash === '' ? null : 'with_fragment';
}

/** The origins of pages that show Cairn, as far as addresses tell; some systems frame it from others as well. */
export function originsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.filter((address) => canParseUrl(address)).map((address) => new URL(address).origin))].filter(
    (origin) => origin !== 'null',
  );
}
