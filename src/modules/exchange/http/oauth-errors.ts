import type { ErrorForm } from '../../../platform/http/error-form.js';
import { invalidClient } from '../problems.js';

const BY_STATUS: Record<number, string> = {
  403: 'access_denied',
  429: 'temporarily_unavailable',
  503: 'temporarily_unavailable',
};

/** `{error, error_description}` (RFC 6749 §5.2). The codes of `oauth.…` and `oid.…` problems are the standards' own. */
export const oauthErrors: ErrorForm = ({ code, status, title }, { detail, errors }, requestId) => {
  const [area = '', name = ''] = code.split('.');
  const own = area === 'oauth' || area === 'oid';
  const error = own ? name : (BY_STATUS[status] ?? (status < 500 ? 'invalid_request' : 'server_error'));
  const said = [detail ?? title, ...(errors ?? []).map((one) => `${one.field}: ${one.detail}`)].join(' ');
  return {
    // A body of another type or size is a malformed request here; there are no such statuses in the standard.
    status: status === 413 || status === 415 ? 400 : status,
    contentType: 'application/json; charset=utf-8',
    // RFC 6749 §5.2: programs come in by HTTP Basic. What wallets bring is a bearer token, as everywhere.
    ...(code === invalidClient.code ? { headers: { 'www-authenticate': 'Basic realm="Cairn"' } } : {}),
    body: { error, error_description: `${ascii(said)} (${requestId})` },
  };
};

/** The characters that the standard allows in a description. */
function ascii(text: string): string {
  return text
    .replaceAll('’', "'")
    .replace(/["\\]/g, "'")
    .replace(/[^\x20-\x7e]/g, '?');
}
