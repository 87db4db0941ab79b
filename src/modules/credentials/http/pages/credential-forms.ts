import { type Html, html } from '../../../../platform/http/html.js';

/** The forms in which the credential can be taken along from `path`. Where not `all` are there, the signed bytes alone are, for the record. */
export function credentialForms(path: string, all: boolean): Html {
  const signed = html`<li>
    <a href="${path}/credential.json" type="application/vc+ld+json" download="credential.json">Download the signed credential</a>
    <span class="quiet">JSON, for wallets and verifiers</span>
  </li>`;
  if (!all)
    return html`<ul class="forms">
      ${signed}
    </ul>`;
  return html`<h2 id="take">Take it with you</h2>
    <ul class="forms" aria-labelledby="take">
      <li><a href="${path}/certificate.pdf" type="application/pdf">Certificate</a> <span class="quiet">PDF, to print</span></li>
      ${signed}
      <li>
        <a href="${path}/badge.png" type="image/png" download="badge.png">Badge picture</a>
        <span class="quiet">PNG, the signed credential is inside</span>
      </li>
      <li>
        <a href="${path}/badge.svg" type="image/svg+xml" download="badge.svg">Badge drawing</a>
        <span class="quiet">SVG, the signed credential is inside</span>
      </li>
      <li>
        <a href="${path}/elm.json" type="application/ld+json" download="elm.json">European Learning Model</a>
        <span class="quiet">JSON-LD, not sealed</span>
      </li>
      <li><a href="${path}/linkedin" rel="nofollow noopener">Add to a LinkedIn profile</a></li>
    </ul>`;
}
