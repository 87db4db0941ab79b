import { PAGE_STYLE_SOURCE } from './pages/page-style.js';

const NONE = "'none'";
const SELF = "'self'";

const LOADING = {
  'default-src': NONE,
  'script-src': SELF,
  'style-src': `${SELF} ${PAGE_STYLE_SOURCE}`,
  'img-src': SELF,
  'font-src': SELF,
  'media-src': SELF,
  'frame-src': SELF,
  'connect-src': SELF,
  'form-action': SELF,
  'base-uri': NONE,
  'object-src': NONE,
};

export interface Surroundings {
  publicUrl: string;
  /** Of pages that may show ours in a frame. */
  frameOrigins: readonly string[];
}

const A_YEAR_SECONDS = 31_536_000;

/**
 * What every answer tells browsers (ASVS 5.0 V3.4): nothing of other sites is loaded, and none but the named ones frames it or reads it.
 * Routes that are open to others say so by headers of their own.
 */
export function securityHeaders({ publicUrl, frameOrigins }: Surroundings): Readonly<Record<string, string>> {
  const framedBy = frameOrigins.length > 0 ? frameOrigins.join(' ') : NONE;
  const policy = Object.entries({ ...LOADING, 'frame-ancestors': framedBy });
  return {
    'content-security-policy': policy.map((directive) => directive.join(' ')).join(';'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    ...(publicUrl.startsWith('https://') ? { 'strict-transport-security': `max-age=${A_YEAR_SECONDS}; includeSubDomains` } : {}),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    // It can name no origin; where there are some, browsers go by `frame-ancestors`.
    ...(frameOrigins.length > 0 ? {} : { 'x-frame-options': 'DENY' }),
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  };
}

/** Lets pages of these origins, besides those that may anyhow, show an answer in a frame; `*` for a page that holds nothing and does nothing. */
export function letFrame(reply: HeldHeaders, origins: readonly string[]): void {
  const policy = reply.getHeader('content-security-policy');
  if (typeof policy !== 'string') return;
  const before = frameOriginsOf(policy);
  const framedBy = [...new Set([...(before ?? '').split(' '), ...origins])].filter((origin) => origin !== '').join(' ');
  void reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]+/, `frame-ancestors ${framedBy}`));
  void reply.removeHeader('x-frame-options');
}

/** Lets pages of these origins frame an answer and no others, whoever may frame what else this browser is answered. */
export function letOnlyFrame(reply: HeldHeaders, origins: readonly string[]): void {
  const policy = String(reply.getHeader('content-security-policy'));
  void reply.header(
    'content-security-policy',
    policy.replace(/frame-ancestors [^;]+/, `frame-ancestors ${origins.join(' ') || NONE}`),
  );
  if (origins.length > 0) void reply.removeHeader('x-frame-options');
}

/** Lets a form of an answer reach this origin too, directly or by where we send it on: browsers apply `form-action` to both. */
export function letFormReach(reply: HeldHeaders, origin: string): void {
  const policy = reply.getHeader('content-security-policy');
  if (typeof policy !== 'string') return;
  void reply.header('content-security-policy', policy.replace("form-action 'self'", `form-action 'self' ${origin}`));
}

interface HeldHeaders {
  getHeader(name: string): unknown;
  header(name: string, value: string): unknown;
  removeHeader(name: string): unknown;
}

/** The origins that may frame an answer by what its policy says; `undefined` if none may. */
export function frameOriginsOf(policy: unknown): string | undefined {
  const origins = /(?:^|;)\s*frame-ancestors ([^;]+)/.exec(String(policy))?.[1];
  return origins === NONE ? undefined : origins;
}
