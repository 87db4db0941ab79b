import { type Html, html } from '../../../../platform/http/html.js';
import type { CredentialFacts, ProgrammeFacts } from '../../domain/credential-facts.js';

const DELIVERY: Record<ProgrammeFacts['deliveryMode'], string> = {
  online: 'Online',
  blended: 'Online and on site',
  onsite: 'On site',
};

/** The descriptive elements of Council Recommendation 2022/C 243/02, Annex I, from the edition that the award names. */
export function programmeFacts({ programme, language, issuer }: CredentialFacts): Html | null {
  if (programme === null) return null;
  const { number, outcomes, level, deliveryMode, assessment, qualityAssurance, prerequisites } = programme;
  return html`<h2>What it stands for</h2>
    <p class="quiet">From edition ${number} of the programme, which never changes.</p>
    <dl class="facts">
      ${
        outcomes.length === 0
          ? null
          : fact(
              'Learning outcomes',
              html`<ul lang="${language}">
                ${outcomes.map((outcome) => html`<li>${outcome}</li>`)}
              </ul>`,
            )
      }
      ${fact('Workload', workload(programme))}
      ${level === null ? null : fact('Level', level.framework === 'EQF' ? `EQF ${level.value}` : level.value)}
      ${fact('Participation', DELIVERY[deliveryMode])}
      ${fact('Assessment', html`Project, graded against a published rubric: <span lang="${language}">${assessment}</span>`)}
      ${qualityAssurance === '' ? null : fact('Quality assurance', html`<span lang="${language}">${qualityAssurance}</span>`)}
      ${prerequisites === '' ? null : fact('Prerequisites', html`<span lang="${language}">${prerequisites}</span>`)}
      ${issuer.countryCode === null ? null : fact('Country', countryName(issuer.countryCode))}
    </dl>`;
}

function fact(term: string, value: Html | string): Html {
  return html`<dt>${term}</dt>
    <dd>${value}</dd>`;
}

function workload({ hours, ects, ceu }: ProgrammeFacts): string {
  const parts = [`${hours} hours`, ects === null ? null : `${ects} ECTS`, ceu === null ? null : `${ceu} CEU`];
  return parts.filter((part) => part !== null).join(' · ');
}

function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code) : code;
}
