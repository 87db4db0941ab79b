import type { Form } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Language } from '../../../../platform/languages.js';
import { type CourseDays, sameDays } from '../../../enrollment/index.js';
import type { StandingDates, WishedDates } from '../../use-cases/launch/date-sections.js';
import { wordsIn } from './words.js';

/** Each field by the date that it is of, as problems name it. */
const FIELDS = { startsAt: 'startsAt', endsAt: 'endsAt', projectDue: 'projectDue.at' } as const;
const DATES = Object.keys(FIELDS) as (keyof CourseDays)[];

type Sent = Record<string, unknown>;

/** What a form wishes for one micro-credential; `null`: it had no dates. */
export function wishedDates(body: Sent, microCredentialId: string): WishedDates | null {
  const read = (name: string) => body[`${microCredentialId}.${name}`];
  if (typeof read('seen') !== 'string') return null;
  const day = (date: keyof CourseDays) => textOf(read(FIELDS[date])) || null;
  const seen = textOf(read('seen')).split('/');
  return {
    days: { startsAt: day('startsAt'), endsAt: day('endsAt'), projectDue: day('projectDue') },
    seen: { startsAt: seen[0] || null, endsAt: seen[1] || null, projectDue: seen[2] || null },
  };
}

/** The dates of one micro-credential in this course: what stands, and folded what may be changed. */
export function datesFields(
  { timeZone, of }: StandingDates,
  {
    microCredentialId: id,
    sent,
    form,
    language,
  }: { microCredentialId: string; sent: Sent | undefined; form: Form; language: Language },
): Html {
  const { dates: words } = wordsIn(language).picker;
  const { day: write, list } = formatIn(language);
  const stand = of(id);
  const wished = sent && wishedDates(sent, id);
  const days = wished ? wished.days : stand;
  const stands = DATES.flatMap((date) => (stand[date] ? [words.stands[date](write(stand[date]))] : []));
  const field = (date: keyof CourseDays) => {
    const value = days[date];
    const name = `${id}.${FIELDS[date]}`;
    return form.field({ name, label: words[date], type: 'date', required: false, ...(value === null ? {} : { value }) });
  };
  return html`${stands.length > 0 ? html`<p>${words.standing(list(stands))} ${words.forAll}</p>` : null}
    <details ${sameDays(days, stand) ? null : html`open`}>
      <summary>${words.title}</summary>
      <p class="hint">${words.hint(timeZone)}</p>
      <input type="hidden" name="${id}.seen" value="${DATES.map((date) => stand[date] ?? '').join('/')}" />
      ${DATES.map(field)}
    </details>`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
