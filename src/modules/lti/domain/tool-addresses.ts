/** Where platforms reach Cairn; no part of them varies, since strict platforms compare them as text. */
export interface ToolAddresses {
  /** Begins a login (Security Framework 1.1 §5.1.1.1). */
  login: string;
  /** Takes every message: the one redirect address, and where links lead. */
  launch: string;
  keySet: string;
  /** Takes notices of platforms, server to server. */
  notices: string;
  logo: string;
}

export function toolAddresses(publicUrl: string): ToolAddresses {
  const at = (path: string) => new URL(path, publicUrl).href;
  return {
    login: at('/lti/login'),
    launch: at('/lti/launch'),
    keySet: at('/.well-known/jwks.json'),
    notices: at('/lti/notices'),
    logo: at('/assets/lti-logo.svg'),
  };
}

/** By which a platform says what a course or link was copied from (LTI Core 1.3 §5.4.6); values that it cannot fill in stay as they are. */
export const CUSTOM_PARAMETERS = {
  context_id_history: '$Context.id.history',
  resource_link_id_history: '$ResourceLink.id.history',
} as const;
