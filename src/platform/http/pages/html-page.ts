import { type Language, LANGUAGES } from '../../languages.js';
import { type Html, html } from '../html.js';
import { PAGE_STYLE } from './page-style.js';
import { LANGUAGE_PARAMETER, type Reader } from './reader.js';
import { wordsIn } from './words.js';

export interface PageFrame {
  title: string;
  description?: string;
  /** Where search engines shall find it in each language: the whole address, which asks for none. */
  address?: string;
  head?: Html;
  /** Stands in a frame of somebody else's page: without our own ways to other pages. */
  bare?: boolean;
  body: Html;
}

/** A page, in whichever language its reader has. */
export type Page = (language: Language) => PageFrame;

/** What programmers look up is in English alone. */
const PROGRAMMER: Reader = { language: 'en', asked: false, query: null };

/** A whole page: readable without JavaScript, with its style in it, landmarks and a skip link. */
export function htmlPage(page: Page, reader: Reader = PROGRAMMER): string {
  const { language } = reader;
  const { title, description, address, head, bare = false, body } = page(language);
  const words = wordsIn(language);
  return `<!doctype html>${
    html`<html lang="${language}" dir="${LANGUAGES[language].direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${description ? html`<meta name="description" content="${description}" />` : null} ${PAGE_STYLE}
        ${address === undefined ? null : addresses(address, reader)} ${head}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        ${bare ? null : top(words)}
        <main id="main">${body}</main>
        ${bare ? null : html`<footer class="foot"><span>${words.foot}</span> ${languageChoice(reader)}</footer>`}
      </body>
    </html>`.text
  }`;
}

function top(words: ReturnType<typeof wordsIn>): Html {
  return html`<header class="top">
    <a href="/" class="brand">Cairn</a>
    <nav aria-label="${words.main}">
      <a href="/">${words.catalogue}</a> <a href="/verify">${words.verify}</a> <a href="/app/" class="own">${words.learning}</a>
      <a href="/account">${words.account}</a>
    </nav>
  </header>`;
}

const languages = Object.keys(LANGUAGES) as Language[];

/** What asks for a language is a page of its own; what asks for none is whichever suits. */
function addresses(address: string, { language, asked }: Reader): Html {
  const inLanguage = (one: Language) => `${address}?${LANGUAGE_PARAMETER}=${one}`;
  return html`<link rel="canonical" href="${asked ? inLanguage(language) : address}" />
    ${languages.map((one) => html`<link rel="alternate" hreflang="${one}" href="${inLanguage(one)}" />`)}
    <link rel="alternate" hreflang="x-default" href="${address}" />`;
}

function languageChoice({ language, query }: Reader): Html | null {
  if (query === null) return null;
  return html`<nav class="languages" aria-label="${wordsIn(language).language}">
    ${languages.map((one) => {
      const { name } = LANGUAGES[one];
      // Only a query: whatever the path looks like, it leads nowhere else.
      const address = `?${query === '' ? '' : `${query}&`}${LANGUAGE_PARAMETER}=${one}`;
      return one === language
        ? html`<span aria-current="true">${name}</span> `
        : html`<a href="${address}" lang="${one}" hreflang="${one}">${name}</a> `;
    })}
  </nav>`;
}
