import { type Html, html } from '../../../../platform/http/html.js';
import type { PublishedMicroCredentialView } from '../catalogue.dto.js';
import type { Language } from '../../../../platform/languages.js';
import { wordsIn } from './words.js';

/** ${words.title}: a row a criterion, its ratings side by side. */
export function rubricTable({ rubric, language }: PublishedMicroCredentialView, reader: Language): Html {
  const { rubric: words } = wordsIn(reader);
  const columns = Math.max(...rubric.criteria.map(({ ratings }) => ratings.length));
  const best = rubric.criteria.reduce((sum, { ratings }) => sum + Math.max(...ratings.map(({ points }) => points)), 0);
  return html`<section aria-labelledby="rubric">
    <h2 id="rubric">${words.title}</h2>
    <p>${words.pass(rubric.passPoints, best)}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.table}">
      <table class="rubric" lang="${language}">
        <thead>
          <tr>
            <th scope="col" lang="${reader}">${words.criterion}</th>
            <th scope="colgroup" colspan="${columns}" lang="${reader}">${words.ratings}</th>
          </tr>
        </thead>
        <tbody>
          ${rubric.criteria.map(
            ({ title, description, mustPassPoints, ratings }) =>
              html`<tr>
                <th scope="row">
                  ${title} ${description === '' ? null : html`<p class="quiet">${description}</p>`}
                  ${mustPassPoints === null ? null : html`<p class="quiet" lang="${reader}">${words.needs(mustPassPoints)}</p>`}
                </th>
                ${ratings.map(
                  (rating) =>
                    html`<td>
                      <strong>${rating.title}</strong> <span class="quiet" lang="${reader}">${words.points(rating.points)}</span
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
