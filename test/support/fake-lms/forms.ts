import type { Exchange, Reply } from './server.js';
import { insist, Refusal } from './site.js';

const FORM = 'application/x-www-form-urlencoded';

/** The fields of a form post, each of them once (RFC 6749 §3.2). */
export function readForm(exchange: Exchange, where: string): URLSearchParams {
  const type = exchange.headers['content-type']?.split(';')[0];
  if (type !== FORM) throw new Refusal(400, `${where}/content-type`, `The body has to be \`${FORM}\`.`);
  return onlyOnce(new URLSearchParams(exchange.body), where);
}

export function onlyOnce(fields: URLSearchParams, where: string): URLSearchParams {
  const names = [...fields.keys()];
  insist([[`${where}/repeated`, new Set(names).size === names.length, 'A parameter is given twice.']]);
  return fields;
}

export function html(body: string, { status = 200, headers = {} } = {}): Reply {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A learning-management system</title><main>${body}</main></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: page };
}

/** A page that sends a form by itself, as platforms do; `data-lms` lets the driver know it. */
export function sendingPage(action: string, fields: Record<string, string>): Reply {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return html(
    `<form id="sends-itself" method="post" action="${escaped(action)}">${inputs.join('')}</form>` +
      '<script>document.getElementById("sends-itself").submit()</script>',
  );
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#39;|&#x27;/g, "'")
    .replaceAll('&amp;', '&');
}

export interface Form {
  action: string;
  method: string;
  fields: Record<string, string>;
}

/** The forms of a page, read without a browser: enough for those that tools and platforms send by themselves. */
export function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, attributes = '', inside = '']) => ({
    action: attribute(attributes, 'action') ?? '',
    method: (attribute(attributes, 'method') ?? 'get').toUpperCase(),
    fields: Object.fromEntries(
      [...inside.matchAll(/<(?:input|button)\b([^>]*)>/gi)].flatMap(([, field = '']) => {
        const name = attribute(field, 'name');
        return name ? [[name, attribute(field, 'value') ?? '']] : [];
      }),
    ),
  }));
}

function attribute(text: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(text);
  return found ? unescaped(found[1] ?? found[2] ?? found[3] ?? '') : null;
}
