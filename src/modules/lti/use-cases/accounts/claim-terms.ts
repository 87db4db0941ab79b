import { randomInt } from 'node:crypto';
import { hashOf } from '../../../../platform/secrets.js';

export const CLAIM_MS = 3_600_000;
/** Of a million codes, so few may be tried that guessing is of no use even to who has the letter. */
export const MOST_TRIES = 10;

/** Six digits that are shown where somebody asks, so that who opens the letter is who asked. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

export function codeHashOf(token: string, code: string): string {
  return hashOf(`${token} ${code}`);
}
