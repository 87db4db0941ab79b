import type { ErrorForm } from '../../../platform/http/error-form.js';

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
    ...(status === 401 ? { headers: { 'www-authenticate': challenge(error) } } : {}),
    body: { error, error_description: `${ascii(said)} (${requestId})` },
  };
};

function challenge(error: string): string {
  return error === 'invalid_client' ? 'Basic realm="Cairn"' : `Bearer realm="Cairn", error="${error}"`;
}

/** The characters that the standard allows in a description. */
function ascii(text: string): string {
  return text
    .replaceAll('’', "'")
    .replace(/["\\]/g, "'")
    .replace(/[^\x20-\x7e]/g, '?');
}
