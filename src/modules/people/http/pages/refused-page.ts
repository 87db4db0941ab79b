import type { FormFaults } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { refusalIn } from '../../../../platform/http/refusals.js';
import type { Language } from '../../../../platform/languages.js';

/** What came by mail and cannot be used, and where to go from there. */
export function refusedPage(faults: FormFaults, ways: (language: Language) => Html): Page {
  return (language) => {
    const { title, detail, language: told } = refusalIn(language, faults, faults.particulars);
    return {
      title,
      head: noIndex,
      body: html`<div class="narrow">
        <h1 lang="${told}">${title}</h1>
        <p lang="${told}">${detail}</p>
        ${ways(language)}
      </div>`,
    };
  };
}
