import { type Html, html } from '../../../../platform/http/html.js';
import type { WorkloadView } from '../catalogue.dto.js';
import type { Language } from '../../../../platform/languages.js';
import { duration, wordsIn } from './words.js';

/** The workload added up, so that nobody has to believe it. */
export function workloadTable(workload: WorkloadView, language: Language): Html {
  const { parts, totalMinutes, statedHours, beyondMinutes } = workload;
  const { workload: words } = wordsIn(language);
  return html`<section aria-labelledby="workload">
    <h2 id="workload">${words.title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.table}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.part}</th>
            <th scope="col" class="number">${words.time}</th>
          </tr>
        </thead>
        <tbody>
          ${parts.map(
            ({ title, minutes }) =>
              html`<tr>
                <th scope="row">${title}</th>
                <td class="number">${duration(minutes)}</td>
              </tr>`,
          )}
          ${
            beyondMinutes > 0
              ? html`<tr>
                  <th scope="row">${words.beyond}</th>
                  <td class="number">${duration(beyondMinutes)}</td>
                </tr>`
              : null
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${words.together}</th>
            <td class="number">${duration(totalMinutes + Math.max(0, beyondMinutes))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
    ${beyondMinutes < 0 ? html`<p>${words.less(statedHours)}</p>` : null} ${credits(workload, language)}
  </section>`;
}

function credits({ statedHours, ects, ceu, hoursPerEcts, contactHours }: WorkloadView, language: Language): Html[] {
  const { workload: words } = wordsIn(language);
  const sentences: Html[] = [];
  if (ects !== null && hoursPerEcts !== null) {
    sentences.push(html`<p>${words.ects(ects, statedHours, hoursPerEcts)}</p>`);
  }
  if (ceu !== null && contactHours !== null) {
    sentences.push(html`<p>${words.ceu(ceu, contactHours)}</p>`);
  }
  return sentences;
}
