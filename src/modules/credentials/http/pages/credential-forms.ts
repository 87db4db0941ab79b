import { type Html, html } from '../../../../platform/http/html.js';
import type { Language } from '../../../../platform/languages.js';
import { wordsIn } from './words.js';

/** The forms in which the credential can be taken along from `path`. Where not `all` are there, the signed bytes alone are, for the record. */
export function credentialForms(path: string, all: boolean, language: Language): Html {
  const { forms: words } = wordsIn(language);
  const signed = html`<li>
    <a href="${path}/credential.json" type="application/vc+ld+json" download="credential.json">${words.json}</a>
    <span class="quiet">${words.jsonHint}</span>
  </li>`;
  if (!all)
    return html`<ul class="forms">
      ${signed}
    </ul>`;
  return html`<h2 id="take">${words.take}</h2>
    <ul class="forms" aria-labelledby="take">
      <li>
        <a href="${path}/certificate.pdf" type="application/pdf">${words.pdf}</a> <span class="quiet">${words.pdfHint}</span>
      </li>
      ${signed}
      <li>
        <a href="${path}/badge.png" type="image/png" download="badge.png">${words.png}</a>
        <span class="quiet">${words.pngHint}</span>
      </li>
      <li>
        <a href="${path}/badge.svg" type="image/svg+xml" download="badge.svg">${words.svg}</a>
        <span class="quiet">${words.svgHint}</span>
      </li>
      <li>
        <a href="${path}/elm.json" type="application/ld+json" download="elm.json">${words.elm}</a>
        <span class="quiet">${words.elmHint}</span>
      </li>
      <li><a href="${path}/linkedin" rel="nofollow noopener">${words.linkedIn}</a></li>
    </ul>`;
}
