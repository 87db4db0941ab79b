/** One event of reading XML from the start: an opening tag with its namespaces resolved, text, or a closing tag. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly namespace: string; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close' };

/** The text is no XML that is read here. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

const mostDepth = 256;
const mostNamespaces = 64;
const tagPattern = /<([^\s/>"'=<]{1,200})((?:\s+[^\s/>"'=<]{1,200}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attributePattern = /([^\s/>"'=<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads XML once from front to back, without a tree. Knows no entities but the five of XML and characters by number, and refuses a
 * document type that declares any: nothing in it can grow or be fetched. Throws XmlError.
 */
export function* scanXml(xml: string): Generator<XmlEvent> {
  const scopes: ReadonlyMap<string, string>[] = [];
  let at = 0;
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const end = endOf(xml, '<', at, xml.length);
      yield { kind: 'text', text: decode(xml.slice(at, end)) };
      at = end;
    } else if (xml.startsWith('<!--', at)) at = past(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = past(xml, ']]>', at + 9);
      yield { kind: 'text', text: xml.slice(at + 9, end - 3) };
      at = end;
    } else if (xml.startsWith('<?', at)) at = past(xml, '?>', at + 2);
    else if (xml.startsWith('<!', at)) at = pastDoctype(xml, at);
    else if (xml.startsWith('</', at)) {
      if (scopes.pop() === undefined) throw new XmlError('A tag closes that was not open.');
      yield { kind: 'close' };
      at = past(xml, '>', at);
    } else {
      tagPattern.lastIndex = at;
      const tag = tagPattern.exec(xml);
      if (!tag) throw new XmlError('A tag cannot be read.');
      const attributes = readAttributes(tag[2] ?? '');
      const scope = withNamespaces(scopes.at(-1) ?? new Map(), attributes);
      yield { kind: 'open', ...resolved(tag[1] ?? '', scope), attributes };
      if (tag[3] === '/') yield { kind: 'close' };
      else if (scopes.push(scope) > mostDepth) throw new XmlError('It is nested too deep.');
      at = tagPattern.lastIndex;
    }
  }
  if (scopes.length > 0) throw new XmlError('It ends before all tags are closed.');
}

function endOf(xml: string, what: string, from: number, otherwise: number): number {
  const found = xml.indexOf(what, from);
  return found < 0 ? otherwise : found;
}

function past(xml: string, what: string, from: number): number {
  const found = xml.indexOf(what, from);
  if (found < 0) throw new XmlError(`It ends before ${what}.`);
  return found + what.length;
}

function pastDoctype(xml: string, at: number): number {
  const end = past(xml, '>', at);
  if (!/^<!DOCTYPE\s[^[\]]*>$/.test(xml.slice(at, end))) throw new XmlError('It declares entities of its own.');
  return end;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(attributePattern)) {
    if (attributes.has(name)) throw new XmlError(`The attribute ${name} stands twice.`);
    attributes.set(name, decode(double ?? single ?? ''));
  }
  return attributes;
}

function withNamespaces(
  outer: ReadonlyMap<string, string>,
  attributes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const own = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length > mostNamespaces || outer.size > mostNamespaces) throw new XmlError('It names too many namespaces.');
  return own.length === 0 ? outer : new Map([...outer, ...own.map(([name, url]) => [name.slice(6), url] as const)]);
}

function resolved(qualified: string, scope: ReadonlyMap<string, string>): { readonly namespace: string; readonly name: string } {
  const cut = qualified.indexOf(':');
  const prefix = cut < 0 ? '' : qualified.slice(0, cut);
  return { namespace: scope.get(prefix) ?? '', name: qualified.slice(cut + 1) };
}

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][\w.-]*));/g,
    (_whole, hex?: string, decimal?: string, name?: string) => {
      const known = name === undefined ? undefined : entities.get(name);
      if (known !== undefined) return known;
      const code = name === undefined ? Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16) : Number.NaN;
      if (!(code > 0 && code <= 0x10ffff)) throw new XmlError('It uses an entity that is not known.');
      return String.fromCodePoint(code);
    },
  );
}
