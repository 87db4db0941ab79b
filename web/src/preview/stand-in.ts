// A preview is read on the learner's own screens, unchanged: this stands between them and the API, so that what they ask of a place is asked
// of the draft, and what would have to be kept is refused with the reason.
import type { Middleware } from 'openapi-fetch';
import { api } from '../api/client';
import { ownHeaders } from '../api/own-headers';
import { NOTHING_KEPT } from '../api/problem';
import { loadMessages, messagesNow } from '../i18n';
import { browserStore } from '../kept/browser-store';
import { PREFIX } from '../kept/use-kept';
import { standInFor } from './preview-request';

let stands = false;

/** To be awaited before a screen shows a preview. */
export async function standIn(): Promise<void> {
  await loadMessages('studio');
  if (stands) return;
  stands = true;
  forgetWhatWasTyped();
  api.use(middleware);
}

const middleware: Middleware = {
  async onRequest({ request, schemaPath, params }) {
    const instead = standInFor({ method: request.method, path: schemaPath, params: params.path ?? {} });
    if (!instead) return undefined;
    if (instead.address === null) return nothingKept();
    const answer = await fetch(instead.address, { headers: ownHeaders(), signal: request.signal });
    const body = (await answer.json()) as object;
    return json({ ...body, ...(answer.ok ? instead.named : {}) }, answer.status);
  },
};

/** Why an act of a preview has no effect, as the API would say it. */
function nothingKept(): Response {
  const { title, nothingKept: detail } = messagesNow('studio').preview;
  return json({ code: NOTHING_KEPT, title, detail }, 409);
}

function json(body: object, status: number): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

/** What was typed in an earlier preview is kept by the screens for as long as the visit lasts, and no longer. */
function forgetWhatWasTyped(): void {
  const isOfPreview = (key: string) => key.startsWith(PREFIX) && key.includes('.preview-');
  for (const key of browserStore.keys().filter(isOfPreview)) browserStore.removeItem(key);
}
