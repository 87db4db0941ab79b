import { canParseUrl } from '../../../platform/can-parse-url.js';

export type SiteFault = 'not_a_site' | 'not_https' | 'more_than_a_site' | 'unfit_host';

export type ReadSite = { ok: true; origin: string } | { ok: false; fault: SiteFault };

const LOOPBACK = new Set(['localhost', '127.0.0.1']);
// Names of the DNS, the last label no number: of addresses, a content security policy compares none but 127.0.0.1 (CSP 3 §6.7.2.7),
// and `*` in it would be any site.
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/;

/** A site that somebody names, as browsers compare it: scheme, host, port. `local`: plain http on this machine is fine too. */
export function readSite(text: string, local: boolean): ReadSite {
  const typed = text.trim();
  if (!/^https?:\/\/[^\s/]/i.test(typed) || !canParseUrl(typed)) return { ok: false, fault: 'not_a_site' };
  const { protocol, hostname, username, password, pathname, origin } = new URL(typed);
  const isHere = local && LOOPBACK.has(hostname);
  if (protocol !== 'https:' && !isHere) return { ok: false, fault: 'not_https' };
  // `?` and `#` say something even where nothing follows.
  if (username !== '' || password !== '' || pathname !== '/' || /[?#@]/.test(typed))
    return { ok: false, fault: 'more_than_a_site' };
  return isHere || HOST.test(hostname) ? { ok: true, origin } : { ok: false, fault: 'unfit_host' };
}
