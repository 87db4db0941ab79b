import { html, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { ATTRIBUTES, ELEMENTS } from './allowed.js';
import { cleanDeclarations, cleanStyleSheet, isSelfContained } from './clean-style.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export type SanitisedSvg = { ok: true; svg: string } | { ok: false; reason: 'not_an_svg' | 'document_type' | 'too_deep' };

const MOST_DEEP = 100;
const LOCAL = /^#[\w.:-]+$/;
const EMBEDDED_RASTER = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/;
// What XML 1.0 cannot hold (§2.2), and halves of characters.
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * Writes an SVG anew from the parts of it that are known to draw and to reach nothing outside: no scripts, handlers, HTML, animation,
 * links, external references or imports. References within the picture (`#id`) and embedded raster pictures stay.
 * The result is well-formed XML. Refuses what is not one SVG, brings a document type of its own, or nests beyond reason.
 */
export function sanitiseSvg(source: string): SanitisedSvg {
  // Declared entities would expand differently in other readers than in ours.
  if (/<!(?:DOCTYPE[^>]*\[|ENTITY)/i.test(source)) return { ok: false, reason: 'document_type' };
  const top = parseFragment(source.replace(/^\uFEFF/, '')).childNodes.filter((node) => !isIgnorable(node));
  const [root] = top;
  if (top.length !== 1 || !root || !isSvgElement(root) || root.tagName !== 'svg') return { ok: false, reason: 'not_an_svg' };
  if (isDeeperThan(root, MOST_DEEP)) return { ok: false, reason: 'too_deep' };
  return { ok: true, svg: `${write(root, ' xmlns="http://www.w3.org/2000/svg"')}\n` };
}

function write(node: Node, declarations = ''): string {
  if ('value' in node) return escape(node.value);
  if (!isSvgElement(node)) return '';
  // A link's drawing stays, its target does not.
  const name = node.tagName === 'a' ? 'g' : node.tagName;
  if (!ELEMENTS.has(name)) return '';
  const attributes = node.attrs.map((attribute) => writeAttribute(name, attribute)).join('');
  return `<${name}${declarations}${attributes}>${writeContent(name, node)}</${name}>`;
}

function writeContent(name: string, element: Element): string {
  if (name === 'style') return escape(cleanStyleSheet(textOf(element)));
  // HTML is allowed in these by the parser, and of no use to a reader.
  if (name === 'title' || name === 'desc') return escape(textOf(element));
  return element.childNodes.map((child) => write(child)).join('');
}

function writeAttribute(element: string, { prefix, name, value }: Element['attrs'][number]): string {
  const cleaned = cleanAttribute(element, prefix ? `${prefix}:${name}` : name, value.trim());
  return cleaned === null ? '' : ` ${cleaned.name}="${escape(cleaned.value)}"`;
}

function cleanAttribute(element: string, name: string, value: string): { name: string; value: string } | null {
  switch (name) {
    case 'href':
    case 'xlink:href': {
      const kept = element === 'image' ? EMBEDDED_RASTER.test(value) : LOCAL.test(value);
      return kept ? { name: 'href', value } : null;
    }
    case 'style': {
      const declarations = cleanDeclarations(value);
      return declarations === '' ? null : { name, value: declarations };
    }
    case 'xml:space':
    case 'xml:lang':
      return { name, value };
    default:
      return ATTRIBUTES.has(name) && (name.startsWith('aria-') || isSelfContained(value)) ? { name, value } : null;
  }
}

function isSvgElement(node: Node): node is Element {
  return 'tagName' in node && node.namespaceURI === html.NS.SVG;
}

/** Comments, the XML declaration and document type (which the parser turns into comments or nothing), and white space. */
function isIgnorable(node: Node): boolean {
  return node.nodeName === '#comment' || node.nodeName === '#documentType' || ('value' in node && node.value.trim() === '');
}

function isDeeperThan(node: Node, levels: number): boolean {
  if (!('childNodes' in node)) return false;
  return levels === 0 || node.childNodes.some((child) => isDeeperThan(child, levels - 1));
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
}
