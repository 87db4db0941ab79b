import { Controller, Get, Header, Param, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readProjectFile } from '../project-file.js';
import { PublicAccess } from './access.js';
import { apiDocsPage, type OpenApi } from './api-docs-page.js';
import { type Html, html } from './html.js';
import { htmlPage } from './pages/html-page.js';
import { PageProblemFilter } from './page-problem-filter.js';
import { Problem, problemCatalogue } from './problem.js';
import { notFound } from './problems.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** What a programmer looks up: the API and the problems it answers with. */
@ApiExcludeController()
@Controller()
@PublicAccess()
@UseFilters(PageProblemFilter)
export class ReferenceController {
  private docs: string | undefined;

  @Get('api/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  openApi(): string {
    return readProjectFile('openapi.json').toString('utf8');
  }

  @Get('api/docs')
  @Header('content-type', HTML_TYPE)
  @Header('cache-control', 'public, max-age=300')
  apiDocs(): string {
    return (this.docs ??= apiDocsPage(JSON.parse(this.openApi()) as OpenApi));
  }

  @Get('problems')
  @Header('content-type', HTML_TYPE)
  problems(): string {
    return htmlPage(() => ({
      title: 'Problems',
      body: html`<h1>Problems</h1>
        <p>Every refusal carries one of these codes (RFC 9457).</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Problems, as a table">
          <table class="codes">
            <thead>
              <tr>
                <th scope="col">Code</th>
                <th scope="col">Status</th>
                <th scope="col">Meaning</th>
              </tr>
            </thead>
            <tbody>
              ${problemCatalogue().map(
                ({ code, status, title }) =>
                  html`<tr>
                    <td>
                      <a href="/problems/${code}"><code>${breakable(code)}</code></a>
                    </td>
                    <td>${status}</td>
                    <td>${title}</td>
                  </tr> `,
              )}
            </tbody>
          </table>
        </div>`,
    }));
  }

  @Get('problems/:code')
  @Header('content-type', HTML_TYPE)
  problem(@Param('code') code: string): string {
    const type = problemCatalogue().find((one) => one.code === code);
    if (!type) throw new Problem(notFound);
    return htmlPage(() => ({
      title: type.title,
      body: html`<h1>${type.title}</h1>
        <p>
          Code <code>${type.code}</code>, HTTP status ${type.status}. The answer's <code>detail</code> and <code>errors</code> say
          what to do.
        </p>
        <p><a href="/problems">All problems</a></p>`,
    }));
  }
}

/** A code that a narrow window may show on several lines. */
function breakable(code: string): Html[] {
  return code.split(/(?<=[._])/).map((part) => html`${part}<wbr />`);
}
