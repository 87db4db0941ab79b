import { type ReadMaterial, unreadable } from './material.js';
import { readCredentialText } from './read-text.js';
import { scanXml, type XmlEvent, XmlError } from './scan-xml.js';

/** Where badges are baked: Open Badges 3.0 (§5.3.2) and CLR 2.0, and Open Badges 2.0. */
const places: ReadonlyMap<string, string> = new Map([
  ['https://purl.imsglobal.org/ob/v3p0', 'credential'],
  ['https://purl.imsglobal.org/clr/v2p0', 'credential'],
  ['http://openbadges.org', 'assertion'],
]);

/** The credential baked into an SVG: in the `verify` attribute (a JWS or an address) or as the element's text (JSON). Exactly one. */
export function readSvg(svg: string): ReadMaterial {
  try {
    return readBaked(svg);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return unreadable('svg-malformed', `The picture cannot be read. ${error.message}`);
  }
}

function readBaked(svg: string): ReadMaterial {
  const baked: string[] = [];
  let text: string | undefined;
  let depth = 0;
  let root: string | undefined;
  for (const event of scanXml(svg)) {
    if (event.kind === 'open') root ??= event.name;
    if (text === undefined) {
      if (!isPlace(event)) continue;
      const verify = event.attributes.get('verify');
      if (verify !== undefined) baked.push(verify);
      else [text, depth] = ['', 1];
    } else if (event.kind === 'text') text += event.text;
    else depth += event.kind === 'open' ? 1 : -1;
    if (text !== undefined && depth === 0) {
      baked.push(text);
      text = undefined;
    }
  }
  if (root !== 'svg') return unreadable('file-unknown', 'This is neither a picture nor a credential.');
  const [only, ...more] = baked;
  if (more.length > 0) return unreadable('two-inside', 'The picture has two credentials in it, and a reader could see either.');
  return only === undefined ? unreadable('nothing-inside', 'The picture has no credential in it.') : readCredentialText(only);
}

function isPlace(event: XmlEvent): event is Extract<XmlEvent, { kind: 'open' }> {
  return event.kind === 'open' && places.get(event.namespace) === event.name;
}
