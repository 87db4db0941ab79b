import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

// The shell is Chromium without its own windows, which cost four times as much as the small pages of ours that stand in them.
const SHELL = '/usr/bin/chromium-headless-shell';
const WHOLE = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser. Throws where there is none: a test that passes without it proves nothing. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: oneOf([SHELL, WHOLE]), args: [...QUIET, ...more] });
}

/** Whose cookies a browser refuses: everybody's, or those of one site within pages of another. */
export type Refused = 'everywhere' | { of: string; within: string };

/**
 * A browser whose owner lets it keep no cookies, kept apart (CHIPS) or not, nor anything else that a page stores. No switch of a browser
 * does that, only the settings of a profile, which every window that is opened then has; and the shell has no such settings.
 */
export async function launchChromiumThatRefusesCookies(refused: Refused): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: settingsThatRefuse(refused) }));
  const context = await chromium.launchPersistentContext(profile, { executablePath: oneOf([WHOLE]), args: QUIET });
  const browser = context.browser();
  if (!browser) throw new Error('The browser of the profile cannot open further windows');
  browser.once('disconnected', () => void rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return browser;
}

function settingsThatRefuse(refused: Refused): object {
  const BLOCK = 2;
  if (refused === 'everywhere') return { default_content_setting_values: { cookies: BLOCK } };
  return { content_settings: { exceptions: { cookies: { [`${refused.of},${refused.within}`]: { setting: BLOCK } } } } };
}

function oneOf(usual: readonly string[]): string {
  const places = process.env['CHROMIUM_PATH'] ? [process.env['CHROMIUM_PATH']] : usual;
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  throw new Error(
    `There is no browser at ${places.join(' or ')}. Install Chromium, or name one in CHROMIUM_PATH: these tests look at pages as people do.`,
  );
}

/** A port that nobody listened on a moment ago; pages must know their own address before they are served. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
