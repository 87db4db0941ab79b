import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amirasAward } from '../../../../../test/support/awards.js';
import { equalShapes, randomCredential } from '../../../../../test/support/random-credentials.js';
import type { JsonObject } from '../../domain/json.js';
import { buildOpenBadgeCredential } from '../../domain/open-badge-credential.js';
import { documentFault } from '../verifying/document-fault.js';
import { sha256 } from '../digests.js';
import { Decline } from './decline.js';
import { wholeText } from '../../../../platform/framed-text.js';
import { libraryNQuads } from './library.js';
import { shapeOf } from './shape.js';
import { Template } from './template.js';

const built = buildOpenBadgeCredential(amirasAward());
const badge: JsonObject = built.ok ? built.credential : {};
const judged = (document: JsonObject): Promise<string | undefined> => libraryNQuads(document).catch(() => undefined);

async function compiled(documents: readonly [JsonObject, ...JsonObject[]]): Promise<Template | string> {
  return Template.compile(shapeOf(documents), documents[0]).catch(reasonOf);
}

function reasonOf(error: unknown): string {
  if (error instanceof Decline) return error.reason;
  throw error;
}

function rendered(template: Template, document: JsonObject): string {
  const values = template.valuesOf(document);
  if (!values) return 'another shape';
  try {
    return template.text(values);
  } catch (error) {
    return reasonOf(error);
  }
}

const named = (id: string, name: string): JsonObject => ({ ...badge, id, name });

describe('a template', () => {
  it('writes what the library writes, and the same JSON, for documents of its shape', async () => {
    const documents = [named('urn:x:1', 'One'), named('urn:x:2', 'Zwei "2"\n漢🎓'), named('urn:y:0', '')] as const;
    const template = (await compiled(documents)) as Template;
    for (const document of [...documents, named('urn:x:3', '\u007f\u0080')]) {
      expect(rendered(template, document)).toBe(await libraryNQuads(document));
      const { json, digest } = template.render(template.valuesOf(document) ?? []);
      expect(wholeText(json)).toBe(JSON.stringify(document));
      expect(digest).toBe(sha256(await libraryNQuads(document)));
    }
  });

  it('equals the library byte for byte, or declines, for any shape and any strings', async () => {
    let equal = 0;
    await fc.assert(
      fc.asyncProperty(equalShapes(randomCredential({ odd: 0 })), async (documents) => {
        const [first] = documents;
        if (!first || documents.some(documentFault)) return;
        const template = await compiled([first, ...documents]);
        if (typeof template === 'string') return;
        for (const document of documents) {
          const text = rendered(template, document);
          if (!text.endsWith(' .\n')) continue;
          equal += 1;
          expect(text).toBe(await judged(document));
          expect(wholeText(template.render(template.valuesOf(document) ?? []).json)).toBe(JSON.stringify(document));
        }
      }),
      { numRuns: 120 },
    );
    expect(equal).toBeGreaterThan(80);
  }, 240_000);

  it.each<[string, JsonObject]>([
    ['iri', named('relative', 'x')],
    ['iri', named('name:compact', 'x')],
    ['iri', named('urn:a b', 'x')],
    ['iri', named('https://other-scheme.example', 'x')],
    ['value', named('urn:x:1', 'half a pair \ud800')],
    ['value', named('urn:x:1', 'x'.repeat(200_000))],
    ['equal-nodes', named('urn:uuid:6f0f3c53-0000-4000-8000-000000000001', 'the id of a result description')],
    ['another shape', { ...named('urn:x:1', 'x'), description: 'changed' }],
    ['another shape', { ...named('urn:x:1', 'x'), added: 'x' }],
    ['another shape', Object.fromEntries(Object.entries(named('urn:x:1', 'x')).reverse())],
    ['another shape', { ...named('urn:x:1', 'x'), name: ['x'] }],
    ['another shape', { ...named('urn:x:1', 'x'), name: new Date(0) as unknown as string }],
  ])('declines for %s', async (reason, document) => {
    const template = (await compiled([named('urn:x:1', 'One'), named('urn:x:2', 'Two')])) as Template;
    expect(rendered(template, document)).toBe(reason);
  });

  it('declines two nodes that get the same name, and blank nodes that get the same content', async () => {
    const evidence = (first: string, second: string, key: string): JsonObject => ({
      ...badge,
      evidence: [first, second].map((value) => ({ type: ['Evidence'], [key]: value })),
    });
    const byId = (await compiled([evidence('urn:x:1', 'urn:x:2', 'id'), evidence('urn:x:3', 'urn:x:4', 'id')])) as Template;
    expect(rendered(byId, evidence('urn:x:5', 'urn:x:5', 'id'))).toBe('equal-nodes');
    const byName = (await compiled([evidence('a', 'b', 'name'), evidence('c', 'd', 'name')])) as Template;
    expect(rendered(byName, evidence('e', 'e', 'name'))).toBe('equal-blank-nodes');
    expect(rendered(byName, evidence('z', 'e', 'name'))).toBe(await libraryNQuads(evidence('z', 'e', 'name')));
  });

  it('cannot be compiled when what varies decides what the document means', async () => {
    const typed = (type: string): JsonObject => ({ ...badge, type: ['VerifiableCredential', type] });
    expect(await compiled([typed('OpenBadgeCredential'), typed('AchievementCredential')])).toBe('term');
    expect(await compiled([named('relative', 'x'), named('urn:x:1', 'x')])).toBe('iri');
  });
});
