import { describe, expect, it } from '@jest/globals';
import { invitationEnd, invitationState } from './invitation-state.js';
import { canonicalLocale, canonicalTimeZone } from './locale.js';
import { idleSince, isFresh, sessionEnd } from './session-terms.js';
import { linkEnd } from './sign-in-link.js';

const noon = new Date('2026-03-01T12:00:00Z');
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

describe('How long things last', () => {
  it('ends a session after 60 days, or 14 unused', () => {
    expect(sessionEnd(noon)).toEqual(new Date('2026-04-30T12:00:00Z'));
    expect(idleSince(noon)).toEqual(new Date('2026-02-15T12:00:00Z'));
  });

  it('calls a session fresh for a quarter of an hour', () => {
    expect(isFresh(noon, minutes(15))).toBe(true);
    expect(isFresh(noon, minutes(16))).toBe(false);
  });

  it('gives the first administrator a day and a forgotten password an hour', () => {
    expect(linkEnd('first-administrator', noon)).toEqual(minutes(24 * 60));
    expect(linkEnd('password-reset', noon)).toEqual(minutes(60));
  });
});

describe('An invitation', () => {
  const sent = { expiresAt: invitationEnd(noon), acceptedAt: null, revokedAt: null };

  it('is open for 14 days', () => {
    expect(invitationState(sent, minutes(14 * 24 * 60 - 1))).toBe('open');
    expect(invitationState(sent, minutes(14 * 24 * 60))).toBe('expired');
  });

  it('stays accepted or revoked, however much time goes by', () => {
    expect(invitationState({ ...sent, acceptedAt: noon }, minutes(1e6))).toBe('accepted');
    expect(invitationState({ ...sent, revokedAt: noon }, minutes(1e6))).toBe('revoked');
  });
});

describe('Language and place', () => {
  it.each([
    ['de-ch', 'de-CH'],
    ['EN', 'en'],
    ['not a tag', null],
    ['', null],
  ])('spells the language tag %j as %j', (tag, kept) => {
    expect(canonicalLocale(tag)).toBe(kept);
  });

  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
    ['+02:00', null],
    ['Mars/Olympus', null],
  ])('spells the time zone %j as %j', (name, kept) => {
    expect(canonicalTimeZone(name)).toBe(kept);
  });
});
