/** What a platform says when it sends somebody to log in (Security Framework 1.1 §5.1.1.1; LTI Core 1.3 §4.1). */
export interface LoginRequest {
  issuer: string;
  loginHint: string;
  messageHint: string | null;
  clientId: string | null;
  /** The frame of its page in which the platform keeps things for browsers (lti-cs-oidc v0.1 §2.1). */
  storageTarget: string | null;
}

// Hints are the platform's own, and some put a whole document into one.
const LONGEST = 16_384;
const LONGEST_NAME = 255;

/** Reads the parameters, or names the one that is missing. `target_link_uri` is not proved here, and therefore not read. */
export function readLoginRequest(parameters: Readonly<Record<string, unknown>>): LoginRequest | { missing: string } {
  const text = (name: string, longest = LONGEST): string | null => {
    const value = parameters[name];
    return typeof value === 'string' && value !== '' && value.length <= longest ? value : null;
  };
  const [issuer, loginHint] = [text('iss'), text('login_hint')];
  if (issuer === null) return { missing: 'iss' };
  if (loginHint === null) return { missing: 'login_hint' };
  return {
    issuer,
    loginHint,
    messageHint: text('lti_message_hint'),
    clientId: text('client_id'),
    storageTarget: text('lti_storage_target', LONGEST_NAME),
  };
}

export interface LoginSecrets {
  redirectUri: string;
  state: string;
  nonce: string;
}

/** The authentication request (Security Framework 1.1 §5.1.1.2). Hints go back as they came, byte for byte. */
export function authorizationAddress(
  { authorizationUrl, clientId }: { authorizationUrl: string; clientId: string },
  { loginHint, messageHint }: LoginRequest,
  { redirectUri, state, nonce }: LoginSecrets,
): string {
  const address = new URL(authorizationUrl);
  const parameters = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: clientId,
    redirect_uri: redirectUri,
    login_hint: loginHint,
    ...(messageHint === null ? {} : { lti_message_hint: messageHint }),
    state,
    nonce,
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}
