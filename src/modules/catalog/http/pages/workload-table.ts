import { type Html, html } from '../../../../platform/http/html.js';
import type { WorkloadView } from '../catalogue.dto.js';
import { amount, duration } from './words.js';

/** The workload added up, so that nobody has to believe it. */
export function workloadTable(workload: WorkloadView): Html {
  const { parts, totalMinutes, statedHours, beyondMinutes } = workload;
  return html`<section aria-labelledby="workload">
    <h2 id="workload">How the workload adds up</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="Workload, as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" class="number">Estimated time</th>
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
                  <th scope="row">Beyond the estimates</th>
                  <td class="number">${duration(beyondMinutes)}</td>
                </tr>`
              : null
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            <td class="number">${duration(totalMinutes + Math.max(0, beyondMinutes))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
    ${beyondMinutes < 0 ? html`<p>The stated workload is ${amount(statedHours)} hours, less than the parts are estimated at.</p>` : null}
    ${credits(workload)}
  </section>`;
}

function credits({ statedHours, ects, ceu, hoursPerEcts, contactHours }: WorkloadView): Html[] {
  const sentences: Html[] = [];
  if (ects !== null && hoursPerEcts !== null) {
    sentences.push(
      html`<p>
        ${amount(ects)} ECTS for ${amount(statedHours)} hours: ${amount(hoursPerEcts)} hours a credit. One stands for 25 to 30
        hours.
      </p>`,
    );
  }
  if (ceu !== null && contactHours !== null) {
    sentences.push(html`<p>${amount(ceu)} CEU stand for ${amount(contactHours)} contact hours, ten for each.</p>`);
  }
  return sentences;
}
