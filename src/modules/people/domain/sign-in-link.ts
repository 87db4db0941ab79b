const HOUR_MS = 3_600_000;

/** What a link that arrives by mail, or in the terminal, may do; and for how long. */
export const LINK_LIFETIME_MS = {
  /** Signs in the one who started this installation. */
  'first-administrator': 24 * HOUR_MS,
  /** Signs in somebody whom the office added, who has no password yet. */
  welcome: 7 * 24 * HOUR_MS,
  /** Lets the person choose a new password. */
  'password-reset': HOUR_MS,
  /** Proves that the address is the person's. */
  'email-confirmation': HOUR_MS,
} as const;

export type LinkPurpose = keyof typeof LINK_LIFETIME_MS;

export function linkEnd(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LINK_LIFETIME_MS[purpose]);
}
