import { type Html, html } from '../../../../platform/http/html.js';
import type { PublishedMicroCredentialView } from '../catalogue.dto.js';
import { amount } from './words.js';

/** How the project is judged: a row a criterion, its ratings side by side. */
export function rubricTable({ rubric, language }: PublishedMicroCredentialView): Html {
  const columns = Math.max(...rubric.criteria.map(({ ratings }) => ratings.length));
  const best = rubric.criteria.reduce((sum, { ratings }) => sum + Math.max(...ratings.map(({ points }) => points)), 0);
  return html`<section aria-labelledby="rubric">
    <h2 id="rubric">How the project is judged</h2>
    <p>${amount(rubric.passPoints)} of ${amount(best)} points pass.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Rubric, as a table">
      <table class="rubric" lang="${language}">
        <thead>
          <tr>
            <th scope="col" lang="en">Criterion</th>
            <th scope="colgroup" colspan="${columns}" lang="en">Ratings</th>
          </tr>
        </thead>
        <tbody>
          ${rubric.criteria.map(
            ({ title, description, mustPassPoints, ratings }) =>
              html`<tr>
                <th scope="row">
                  ${title} ${description === '' ? null : html`<p class="quiet">${description}</p>`}
                  ${mustPassPoints === null ? null : html`<p class="quiet" lang="en">Needs ${amount(mustPassPoints)} points.</p>`}
                </th>
                ${ratings.map(
                  (rating) =>
                    html`<td>
                      <strong>${rating.title}</strong> <span class="quiet" lang="en">${amount(rating.points)} points</span
                      ><br />${rating.description}
                    </td>`,
                )}
                ${ratings.length < columns ? html`<td colspan="${columns - ratings.length}"></td>` : null}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
