import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';

// The shell is Chromium without its own windows, which cost four times as much as the small pages of ours that stand in them.
const USUAL_PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
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
  const places = process.env['CHROMIUM_PATH'] ? [process.env['CHROMIUM_PATH']] : USUAL_PLACES;
  const executablePath = places.find((place) => existsSync(place));
  if (!executablePath) {
    throw new Error(
      `There is no browser at ${places.join(' or ')}. Install Chromium, or name one in CHROMIUM_PATH: these tests look at pages as people do.`,
    );
  }
  return chromium.launch({ executablePath, args: [...QUIET, ...more] });
}

/** A port that nobody listened on a moment ago; pages must know their own address before they are served. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
