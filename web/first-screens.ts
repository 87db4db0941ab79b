// What a first visit waits for. People come to one of a few addresses first: what the screen there needs is one file, and is named in
// the page that Cairn serves there, so that all of it is under way before the first of it has run.
import { join } from 'node:path';
import type { Plugin } from 'vite';
import screens from './first-screens.json' with { type: 'json' };

const LANGUAGES = ['en', 'de'];
/** Every screen needs it: who is signed in. */
const ALWAYS_ASKED = '/api/v1/session';
const source = (file: string) => join(import.meta.dirname, file);
const nameOf = ({ path }: { path: string }) => path || 'home';

/**
 * Few files, because each costs a round trip and browsers have six under way over HTTP/1.1: what is always needed, each first screen, what many
 * screens share, what the screens of a feature share. Libraries that only some screens need stay with those.
 */
export const groups = [
  { name: 'framework', test: /node_modules/, tags: ['$initial' as const], priority: 60 },
  { name: 'shell', test: /[\\/]web[\\/]src[\\/]|vite/, tags: ['$initial' as const], priority: 50 },
  { name: 'library', test: /node_modules[\\/](?!lucide|@tanstack)/, entriesAware: true, priority: 40 },
  {
    name: 'parts',
    test: /[\\/]web[\\/]src[\\/](ui|i18n|kept|api)[\\/]|node_modules[\\/](lucide|@tanstack)/,
    minShareCount: 8,
    priority: 30,
  },
  ...screens.map((screen) => ({
    name: `first-${nameOf(screen)}`,
    test: (id: string) => id === source(screen.screen),
    priority: 20,
  })),
  {
    name: (id: string) => /[\\/]features[\\/](\w+)/.exec(id)?.[1] ?? null,
    debugName: 'features',
    test: /[\\/]web[\\/]src[\\/]features[\\/]/,
    minShareCount: 2,
    priority: 10,
  },
];

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...words: never) => unknown>>[1];
type Chunk = Extract<Bundle[string], { type: 'chunk' }>;

/**
 * Writes a page for each first screen and language, `pages/NAME.LANGUAGE.html`, one for all other addresses, `pages/any.LANGUAGE.html`, and which
 * scripts each role loads first, for the report.
 */
export function firstScreens(): Plugin {
  return {
    name: 'cairn:first-screens',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('There is no page to write the others from');
        const html = String(page.source);
        const files = filesOf(bundle);
        const emit = (fileName: string, text: string) => this.emitFile({ type: 'asset', fileName, source: text });
        for (const language of LANGUAGES) {
          const texts = (parts: string[]) => parts.map((part) => `src/i18n/${language}/${part}.ts`);
          emit(`pages/any.${language}.html`, withLinks(html, language, files(texts(['common'])), []));
          for (const { screen, texts: parts, asks, ...rest } of screens)
            emit(`pages/${nameOf(rest)}.${language}.html`, withLinks(html, language, files([screen, ...texts(parts)]), asks));
        }
        const loads = screens.map(({ role, screen, texts }) => [
          role,
          files(['src/main.tsx', screen, ...texts.map((part) => `src/i18n/en/${part}.ts`)]).scripts,
        ]);
        emit('.vite/first-loads.json', JSON.stringify(Object.fromEntries(loads)));
      },
    },
  };
}

interface Files {
  scripts: string[];
  styles: string[];
}

/** The files that have these modules, and all that those import. */
function filesOf(bundle: Bundle): (modules: readonly string[]) => Files {
  const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  return (modules) => {
    const needed = new Set<Chunk>();
    const add = (chunk: Chunk | undefined) => {
      if (!chunk || needed.has(chunk)) return;
      for (const file of chunk.imports) add(byFile.get(file));
      needed.add(chunk);
    };
    for (const module of modules) {
      const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(source(module)));
      if (!chunk) throw new Error(`${module} is not in the build: name the first screens of today in first-screens.json`);
      add(chunk);
    }
    const all = [...needed];
    return {
      scripts: all.map(({ fileName }) => fileName),
      styles: all.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
    };
  };
}

function withLinks(html: string, language: string, { scripts, styles }: Files, asks: readonly string[]): string {
  const missing = (files: readonly string[]) => files.filter((file) => !html.includes(`/app/${file}"`));
  const links = [
    ...missing(styles).map((file) => `<link rel="stylesheet" crossorigin href="/app/${file}">`),
    // As the application asks: by `fetch`, with cookies.
    ...[ALWAYS_ASKED, ...asks].map((url) => `<link rel="preload" as="fetch" crossorigin href="${url.replaceAll('&', '&amp;')}">`),
    ...missing(scripts).map((file) => `<link rel="modulepreload" crossorigin href="/app/${file}">`),
  ];
  return html
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace('</head>', `${links.map((link) => `  ${link}\n  `).join('')}</head>`);
}
