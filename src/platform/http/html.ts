/** Text that is already HTML. Only `html` and `trusted` make it, so that everything else is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | Html | null | undefined | false | readonly Value[];

/** A template whose values are escaped unless they are `Html` themselves; lists are joined, nothing is shown for null and false. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.reduce((text, part, index) => text + part + (index < values.length ? render(values[index]) : ''), ''));
}

/** HTML from our own sanitiser, taken as it is. */
export function trusted(text: string): Html {
  return new Html(text);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(value: Value): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

export interface PageFrame {
  title: string;
  /** BCP 47. */
  language?: string;
  description?: string;
  head?: Html;
  body: Html;
  /** Without the ways to other pages: it is shown inside a page of somebody else. */
  isBare?: boolean;
}

/** A whole page: readable without JavaScript, one stylesheet, landmarks and a skip link. */
export function htmlPage({ title, language = 'en', description, head, body, isBare = false }: PageFrame): string {
  return `<!doctype html>${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${description ? html`<meta name="description" content="${description}" />` : null}
        <link rel="stylesheet" href="/assets/cairn.css" />
        ${head}
      </head>
      <body>
        ${isBare ? html`<main id="main">${body}</main>` : surrounded(body)}
      </body>
    </html>`.text
  }`;
}

function surrounded(body: Html): Html {
  return html`<a class="skip" href="#main">Skip to content</a>
    <header class="top">
      <a href="/" class="brand">Cairn</a>
      <nav aria-label="Main">
        <a href="/">Catalogue</a> <a href="/verify">Verify a badge</a> <a href="/app/" class="own">My learning</a>
        <a href="/account">Account</a>
      </nav>
    </header>
    <main id="main">${body}</main>
    <footer class="foot">Micro-credentials with Cairn</footer>`;
}
