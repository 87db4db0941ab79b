import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Language } from '../../../../platform/languages.js';
import type { CredentialFacts } from '../../domain/credential-facts.js';
import type { ProgrammeFacts } from '../../domain/programme-facts.js';
import { wordsIn } from './words.js';

/** The descriptive elements of Council Recommendation 2022/C 243/02, Annex I, from the edition that the award names. */
export function programmeFacts({ programme, language, issuer }: CredentialFacts, reader: Language): Html | null {
  if (programme === null) return null;
  const { programme: words } = wordsIn(reader);
  const { number, outcomes, level, deliveryMode, assessment, qualityAssurance, prerequisites } = programme;
  return html`<h2>${words.title}</h2>
    <p class="quiet">${words.from(number)}</p>
    <dl class="facts">
      ${
        outcomes.length === 0
          ? null
          : fact(
              words.outcomes,
              html`<ul lang="${language}">
                ${outcomes.map((outcome) => html`<li>${outcome}</li>`)}
              </ul>`,
            )
      }
      ${fact(words.workload, workload(programme, reader))}
      ${level === null ? null : fact(words.level, level.framework === 'EQF' ? `${words.eqf} ${level.value}` : level.value)}
      ${fact(words.participation, words.delivery[deliveryMode])}
      ${fact(words.assessment, html`${words.project} <span lang="${language}">${assessment}</span>`)}
      ${qualityAssurance === '' ? null : fact(words.quality, html`<span lang="${language}">${qualityAssurance}</span>`)}
      ${prerequisites === '' ? null : fact(words.prerequisites, html`<span lang="${language}">${prerequisites}</span>`)}
      ${issuer.countryCode === null ? null : fact(words.country, formatIn(reader).country(issuer.countryCode))}
    </dl>`;
}

function fact(term: string, value: Html | string): Html {
  return html`<dt>${term}</dt>
    <dd>${value}</dd>`;
}

function workload(programme: ProgrammeFacts, reader: Language): string {
  return [wordsIn(reader).hours(programme.hours), ...creditUnits(programme, reader)].join(' · ');
}

export function creditUnits({ ects, ceu }: Pick<ProgrammeFacts, 'ects' | 'ceu'>, reader: Language): string[] {
  const { number } = formatIn(reader);
  return [...(ects === null ? [] : [`${number(ects)} ECTS`]), ...(ceu === null ? [] : [`${number(ceu)} CEU`])];
}
