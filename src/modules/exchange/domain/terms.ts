const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long the secrets of this module live, in milliseconds. */
export const CODE_LIFE_MS = 5 * MINUTE;
export const ACCESS_LIFE_MS = 60 * MINUTE;
export const REFRESH_LIFE_MS = 90 * DAY;
export const UNUSED_CLIENT_LIFE_MS = 30 * DAY;
export const INTERACTION_LIFE_MS = 15 * MINUTE;
export const WALLET_ACCESS_LIFE_MS = 5 * MINUTE;
export const NONCE_LIFE_MS = 5 * MINUTE;
export const MOST_WRONG_CODES = 3;
