import { type Form, type FormFaults, formIn } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { offeredLinks, type OfferedEdition } from '../../domain/offered-links.js';
import { type Target, writeTarget } from '../../domain/target.js';
import type { Language } from '../../../../platform/languages.js';
import type { StandingDates } from '../../use-cases/launch/date-sections.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { datesFields } from './picker-dates.js';
import { wordsIn } from './words.js';

/** What a box's name begins with; each needs one of its own. */
export const BOX = 'target:';

export interface PickerShown {
  ticket: string;
  /** What was searched for. */
  q: string;
  editions: readonly OfferedEdition[];
  /** There are no others by these words. */
  isAll: boolean;
  isMany: boolean;
  /** New links are made; otherwise the one they came by shows what is chosen. */
  isLinking: boolean;
  /** `null` where there is no course that could have dates. */
  dates: StandingDates | null;
  /** What was chosen before, and could not be taken. */
  sent?: SentChoice | undefined;
}

export interface SentChoice {
  body: Record<string, unknown>;
  targets: readonly Target[];
  faults: FormFaults;
}

interface Drawn extends PickerShown {
  many: boolean;
  form: Form;
  language: Language;
  words: Words;
}

type Words = ReturnType<typeof wordsIn>['picker'];

/** Where who teaches chooses what links show: whole without scripts, in whatever frame a platform has for it. */
export function pickerPage(shown: PickerShown): Page {
  const { ticket, q, editions, isAll, isMany, isLinking, sent } = shown;
  return (language) => {
    const { picker: words } = wordsIn(language);
    const many = isMany && isLinking;
    const form = formIn(language, sent?.faults);
    return {
      title: form.title(words.title),
      head: noIndex,
      bare: true,
      body: html`<h1>${words.title}</h1>
        ${form.notice}
        <p>${isLinking ? (many ? words.forMany : words.forOne) : words.forLink}</p>
        ${q === '' && isAll ? null : search(ticket, q, words)}
        ${
          editions.length === 0
            ? html`<p role="status">${q === '' ? words.nothingPublished : words.none}</p>
                ${isLinking ? html`<form method="post" action="/lti/links">${hidden(ticket)} ${cancel(words)}</form>` : null}`
            : html`<form method="post" action="/lti/links">
                ${hidden(ticket)} <input type="hidden" name="q" value="${q}" />
                ${editions.map((edition) => choices(edition, { ...shown, many, form, language, words }))}
                ${isAll ? null : html`<p>${words.more}</p>`}
                <p class="actions">
                  <button>${isLinking ? words.add : words.show}</button>
                  ${isLinking ? cancel(words) : null}
                </p>
              </form>`
        }`,
    };
  };
}

function hidden(ticket: string): Html {
  return html`<input type="hidden" name="ticket" value="${ticket}" />`;
}

function cancel(words: Words): Html {
  return html`<button name="decision" value="none" class="plain" formnovalidate>${words.cancel}</button>`;
}

function search(ticket: string, q: string, words: Words): Html {
  return html`<form method="get" action="/lti/links/${ticket}" role="search" class="field">
    <label for="q">${words.search}</label>
    <input id="q" name="q" type="search" value="${q}" /> <button class="plain">${words.find}</button>
  </form>`;
}

function choices(edition: OfferedEdition, { many, form, language, words, dates, sent }: Drawn): Html {
  const { microCredentialId } = edition;
  const [whole, ...parts] = offeredLinks(edition);
  if (!whole) return html``;
  const chosen = new Set(sent?.targets.map(writeTarget));
  const isInside = parts.some(({ target }) => chosen.has(writeTarget(target)));
  return html`<fieldset class="choices">
    <legend>${edition.title}</legend>
    ${choice(whole.target, words.whole, many, chosen)}
    <details ${isInside ? html`open` : null}>
      <summary>${words.inside}</summary>
      ${parts.map(({ target, title }) => choice(target, kindOf(target, title, words), many, chosen))}
    </details>
    ${dates && datesFields(dates, { microCredentialId, sent: sent?.body, form, language })}
  </fieldset>`;
}

function kindOf({ kind }: Target, title: string, words: Words): string {
  if (kind === 'course') return `${words.course}: ${title}`;
  return kind === 'project' ? `${words.project}: ${title}` : title;
}

function choice(target: Target, label: string, many: boolean, chosen: ReadonlySet<string>): Html {
  const written = writeTarget(target);
  const checked = chosen.has(written) ? html`checked` : null;
  const input = many
    ? html`<input type="checkbox" name="${BOX}${written}" ${checked} />`
    : html`<input type="radio" name="target" value="${written}" required ${checked} />`;
  return html`<label class="choice ${target.kind === 'activity' ? 'inner' : ''}">${input} <span>${label}</span></label>`;
}
