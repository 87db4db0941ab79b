import { html, htmlPage } from '../../../../platform/http/html.js';

/** Where nothing is shown to whoever came by an address that was given to them. */
export function missingPage(title: string): string {
  return htmlPage({
    title,
    body: html`<h1>${title}</h1>
      <p>It may have ended, or its owner may have closed it. Ask whoever gave you the address.</p>`,
  });
}
