import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './public-address.js';

/** A host is, or leads to, an address that is not on the public internet. */
export class AddressNotAllowedError extends Error {
  override readonly name = 'AddressNotAllowedError';
}

/** Answers all addresses of a host name, as Node's own look-up does. */
export type ResolveHost = (
  hostname: string,
  options: { all: true },
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Connects to public addresses alone. The addresses that were judged are the ones that are connected to, so that a name which answers
 * otherwise the second time (DNS rebinding) gains nothing; one private address among them refuses the host.
 */
export function guardedConnector(resolve: ResolveHost, timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout, lookup: guardedLookup(resolve) });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    // A host that is an address already is connected to without a look-up.
    if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(new AddressNotAllowedError(host), null);
    connect(options, callback);
  };
}

export function guardedLookup(resolve: ResolveHost): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const forbidden = addresses.find(({ address }) => !isPublicAddress(address));
      const [first] = addresses;
      if (!first || forbidden)
        return callback(new AddressNotAllowedError(`${hostname} (${forbidden?.address ?? 'no address'})`), '', 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
