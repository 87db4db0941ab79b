/** The cookies that may hold a session here. Another name would let a neighbouring host plant a session of its own. */
export interface SessionCookieNames {
  own: string;
  /** In a frame on a page of another site: kept apart for each such site (CHIPS), and sent where a usual cookie is not. */
  framed: string;
}

/** Browsers let only this very host set a `__Host-` cookie, and only over https; without https there is no such protection. */
export function sessionCookieNames(publicUrl: string): SessionCookieNames {
  const own = publicUrl.startsWith('https://') ? '__Host-cairn' : 'cairn';
  return { own, framed: `${own}-framed` };
}

/** What a request brings along in them. */
export function sessionTokens(cookieHeader: string | undefined, { own, framed }: SessionCookieNames) {
  return { own: cookieNamed(cookieHeader, own), framed: cookieNamed(cookieHeader, framed) };
}

/** The value of a cookie; an empty one is none. */
export function cookieNamed(cookieHeader: string | undefined, name: string): string | undefined {
  const cookies = (cookieHeader ?? '').split(/; */);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}
