import { canParseUrl } from '../../../platform/can-parse-url.js';
import { RecentlyUsed } from '../../../platform/recently-used.js';
import { didWebUrl } from './keys/did-web.js';

const hosts = new RecentlyUsed<string>(256);

/** The host for which control of the issuer's id is proven; undefined for a bare key, whose name nobody vouches for. */
export function provenHost(issuer: string): string | undefined {
  const known = hosts.get(issuer);
  if (known !== undefined) return known;
  const home = homeOf(issuer);
  const host = home && new URL(home).host;
  if (host !== undefined) hosts.set(issuer, host, 1);
  return host;
}

/**
 * Whether an address lies where only the issuer can put things: at or below its own id, or anywhere on its host when the id is the whole
 * host. Another path of the same host may belong to another tenant. That nothing is fetched without TLS is the client's to see to.
 */
export function inIssuersSpace(address: string, issuer: string): boolean {
  const home = homeOf(issuer);
  if (!home || !canParseUrl(address)) return false;
  const [space, place] = [new URL(home), new URL(address)];
  const folder = space.pathname.endsWith('/') ? space.pathname : `${space.pathname}/`;
  return place.host === space.host && place.pathname.startsWith(folder);
}

function homeOf(issuer: string): string | undefined {
  if (/^https?:/.test(issuer)) return canParseUrl(issuer) ? issuer : undefined;
  // The document lies in the folder that the DID names, or in .well-known of the whole host (did:web §3.2).
  return didWebUrl(issuer)?.replace(/(\.well-known\/)?did\.json$/, '');
}
