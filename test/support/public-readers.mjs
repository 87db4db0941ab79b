/** Readers of pictures and documents that share no line with Cairn. */
import { inflateSync } from 'node:zlib';
import extractChunks from 'png-chunks-extract';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parseFragment } from 'parse5';

/** The texts of a PNG's iTXt chunks by keyword, in order, read by PNG §11.3.3.4; checksums are compared by the library. */
export function readPngTexts(png) {
  const chunks = extractChunks(new Uint8Array(png));
  return {
    order: chunks.map(({ name }) => name),
    texts: chunks.filter(({ name }) => name === 'iTXt').map(({ data }) => readInternationalText(Buffer.from(data))),
  };
}

function readInternationalText(data) {
  const zero = (from) => data.indexOf(0, from);
  const keywordEnd = zero(0);
  const [compressed, method] = [data[keywordEnd + 1], data[keywordEnd + 2]];
  const languageEnd = zero(keywordEnd + 3);
  const translatedEnd = zero(languageEnd + 1);
  const text = data.subarray(translatedEnd + 1);
  return {
    keyword: data.toString('latin1', 0, keywordEnd),
    compressed: compressed === 1,
    method,
    text: new TextDecoder('utf-8', { fatal: true }).decode(compressed === 1 ? inflateSync(text) : text),
  };
}

/** The credential in an SVG, and where it stands; CDATA is read by an HTML parser inside `<svg>`. */
export function readSvgCredential(svg) {
  const root = parseFragment(svg).childNodes[0];
  const [first] = root.childNodes;
  return {
    namespace: root.attrs.find(({ name, prefix }) => (prefix ? `${prefix}:${name}` : name) === 'xmlns:openbadges')?.value,
    element: first.tagName,
    text: first.childNodes.map(({ value }) => value).join(''),
  };
}

/** What pdf.js tells of a document. */
export async function readPdf(bytes) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, isEvalSupported: false })
    .promise;
  const { info, metadata } = await document.getMetadata();
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(await document.getPage(number)));
  const attachments = Object.values((await document.getAttachments()) ?? {}).map(({ filename, content }) => ({
    filename,
    content: Buffer.from(content),
  }));
  const told = {
    title: info.Title,
    language: info.Language,
    marked: await document.getMarkInfo(),
    part: metadata?.get('pdfuaid:part') ?? null,
    attachments,
    pages,
  };
  await document.destroy();
  return told;
}

async function readPage(page) {
  const [content, structure, annotations] = [
    await page.getTextContent(),
    await page.getStructTree(),
    await page.getAnnotations(),
  ];
  return {
    text: content.items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''),
    roles: rolesOf(structure),
    alternatives: alternativesOf(structure),
    links: annotations.map(({ url }) => url).filter(Boolean),
  };
}

function rolesOf(node) {
  return node?.role ? [node.role, ...(node.children ?? []).flatMap(rolesOf)] : [];
}

function alternativesOf(node) {
  return node ? [...(node.alt ? [node.alt] : []), ...(node.children ?? []).flatMap(alternativesOf)] : [];
}
