import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

// The standards' own documents, kept beside the program; what they must be is written down here once more.
const CONTEXTS: Record<string, { file: string; sha256: string }> = {
  'https://www.w3.org/ns/credentials/v2': {
    file: 'credentials-v2.jsonld',
    sha256: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': {
    file: 'ob-3.0.3.jsonld',
    sha256: '3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': {
    file: 'ob-extensions.jsonld',
    sha256: '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e',
  },
};

/** Cairn's own terms, which each installation serves under its own address; a badge that is issued never changes them. */
export const OWN_CONTEXT = /^https?:\/\/[^?#]+\/contexts\/(microcredential-v[12])\.json$/;
const OWN_PINS: Record<string, string> = {
  'microcredential-v1': '67a97f12d8b9edde7d5c54d854abe4eaaaaa954e002517d0a9d4fbd90fbbc2eb',
  'microcredential-v2': '046a6ba61f020e93470e8cddbabe193906d21f8f7ab26dc025a6e2b1f91ff1c1',
};

const loaded = new Map<string, object>();

/** The context of that address as it was pinned. Throws for any other address, and for a file that was changed. */
export function pinnedContext(url: string): object {
  const known = loaded.get(url);
  if (known) return known;
  const pin = ownPin(url) ?? CONTEXTS[url];
  if (!pin) throw new Error(`it uses the context ${url}, which is not one of ours`);
  const bytes = readFileSync(new URL(`../../modules/credentials/proof/contexts/${pin.file}`, import.meta.url));
  if (createHash('sha256').update(bytes).digest('hex') !== pin.sha256) {
    throw new Error(`the file ${pin.file} is not the published context`);
  }
  const document = JSON.parse(bytes.toString('utf8')) as object;
  loaded.set(url, document);
  return document;
}

function ownPin(url: string): { file: string; sha256: string } | undefined {
  const name = OWN_CONTEXT.exec(url)?.[1];
  const sha256 = name && OWN_PINS[name];
  return sha256 ? { file: `${name}.jsonld`, sha256 } : undefined;
}
