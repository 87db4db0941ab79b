import { type Html, html } from '../../../../platform/http/html.js';
import type { PlatformStorage } from '../../domain/platform-storage.js';

/** What scripts/platform-storage.js reads, as attributes of an element. */
export function storageAttributes({ origin, target, key, secret }: PlatformStorage & { secret?: string }): Html {
  return html`data-platform="${origin}" data-target="${target ?? ''}" data-key="${key}" data-secret="${secret ?? ''}"`;
}
