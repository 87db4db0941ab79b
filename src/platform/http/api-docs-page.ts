import { type Html, html } from './html.js';
import { htmlPage } from './pages/html-page.js';

interface Schema {
  $ref?: string;
  /** A list where null is allowed (JSON Schema 2020-12). */
  type?: string | string[];
  items?: Schema;
  allOf?: Schema[];
  enum?: string[];
  format?: string;
  nullable?: boolean;
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
}

interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: Schema }> }>;
  'x-cairn-access'?: { kind: string; roles?: string[]; scope?: string };
}

export interface OpenApi {
  info: { title: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

interface Route {
  method: string;
  path: string;
  operation: Operation;
}

/** The API as one page to read and search, without scripts. */
export function apiDocsPage({ info, paths, components }: OpenApi): string {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => ({ method, path, operation })),
  );
  const groups = groupByTag(routes);
  const schemas = Object.entries(components?.schemas ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return htmlPage(() => ({
    title: `${info.title} API`,
    body: html`<h1>${info.title} API</h1>
      <p>${info.description}</p>
      <p>
        Sign in with a session cookie, or send <code>Authorization: Bearer …</code> with an API token that has the scope of the
        route; the bytes of an upload always need <code>files:write</code>. Creating requests may carry an
        <code>Idempotency-Key</code>; edits must carry <code>If-Match</code>. Refusals are <a href="/problems">problem+json</a>,
        in the language of <code>Accept-Language</code>. The machine-readable description:
        <a href="/api/openapi.json">openapi.json</a>.
      </p>
      <nav aria-label="Sections">
        <ul class="columns">
          ${[...groups.keys()].map((tag) => html`<li><a href="#${anchor(tag)}">${tag}</a></li>`)}
          <li><a href="#schemas">Schemas</a></li>
        </ul>
      </nav>
      ${[...groups].map(
        ([tag, members]) =>
          html`<section>
            <h2 id="${anchor(tag)}">${tag}</h2>
            ${members.map(routeCard)}
          </section>`,
      )}
      <h2 id="schemas">Schemas</h2>
      ${schemas.map(([name, schema]) => schemaCard(name, schema))}`,
  }));
}

function groupByTag(routes: Route[]): Map<string, Route[]> {
  const groups = new Map<string, Route[]>();
  for (const route of routes) {
    const tag = route.operation.tags?.[0] ?? 'Other';
    groups.set(tag, [...(groups.get(tag) ?? []), route]);
  }
  return groups;
}

function anchor(tag: string): string {
  return tag.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function routeCard({ method, path, operation }: Route): Html {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  const access = operation['x-cairn-access'];
  const [success] = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return html`<article class="card" id="${operation.operationId ?? ''}">
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    ${(summary ?? description) ? html`<p>${summary ?? description}</p>` : null}
    <dl class="facts">
      <dt>Open to</dt>
      <dd>${access?.roles ? `${access.roles.join(', ')}; token scope ${access.scope ?? ''}` : (access?.kind ?? 'everybody')}</dd>
      ${
        parameters.length > 0
          ? html`<dt>Parameters</dt>
              <dd>
                <ul>
                  ${parameters.map((one) => html`<li><code>${one.name}</code> in ${one.in}${one.required ? '' : ', optional'}${one.description ? `: ${one.description}` : ''}</li>`)}
                </ul>
              </dd>`
          : null
      }
      ${
        requestBody
          ? html`<dt>Body</dt>
              <dd>${bodyName(requestBody.content)}</dd>`
          : null
      }
      ${
        success
          ? html`<dt>Answer</dt>
              <dd>${success[0]} ${success[1].content ? bodyName(success[1].content) : null}</dd>`
          : null
      }
    </dl>
  </article>`;
}

function bodyName(content: Record<string, { schema: Schema }>): Html {
  return html`${Object.entries(content).map(([type, { schema }]) => html`${typeName(schema)} <small>${type}</small> `)}`;
}

function schemaCard(name: string, { properties = {}, required = [] }: Schema): Html {
  return html`<article class="card" id="schema-${name}">
    <h3>${name}</h3>
    <dl class="facts">
      ${Object.entries(properties).map(
        ([field, schema]) =>
          html`<dt><code>${field}</code>${required.includes(field) ? null : ' (optional)'}</dt>
            <dd>${typeName(schema)}${schema.description ? html` <small>${schema.description}</small>` : null}</dd>`,
      )}
    </dl>
  </article>`;
}

function typeName(schema: Schema): Html {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  const suffix = schema.nullable ? ' or null' : '';
  if (reference) {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    return html`<a href="#schema-${name}">${name}</a>${suffix}`;
  }
  if (schema.items) return html`list of ${typeName(schema.items)}${suffix}`;
  if (schema.enum) return html`${schema.enum.join(' | ')}${suffix}`;
  return html`${[schema.type ?? 'any'].flat().join(' or ')}${schema.format ? ` (${schema.format})` : ''}${suffix}`;
}
