import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/modules/credentials/domain/json.js';
import { OPEN_BADGE_CONTEXTS } from '../../src/modules/credentials/domain/open-badge-credential.js';
import {
  type ClassName,
  type Kind,
  type Member,
  openBadgeShapes,
} from '../../src/modules/credentials/domain/open-badge-shapes.js';

// Few nodes and words, so that equal siblings, merged nodes and doubled statements are common.
const iris = [
  'urn:uuid:0193a1f0-0000-4000-8000-000000000001',
  'urn:uuid:0193a1f0-0000-4000-8000-000000000002',
  'did:web:cairn.riverside.example:issuers:riverside',
  'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
  'https://riverside.example/a',
  'https://riverside.example/a#b',
  'https://riverside.example/ä/漢?x=1&y=%20',
  'mailto:badges@riverside.example',
  'tag:x',
];
const oddIris = ['', 'relative', '#fragment', '_:b0', 'a b:c', 'https://x.example/a b', 'https://x.example/"', 'id:x', 'type:x'];
const moreOddIris = ['Profile:x', 'description:x', '@id', '@type', 'https:', 'urn:', 'ex:\u00a0', '1:x', 'x+,-y:z', 'HTTP://X'];
const words = [
  '',
  'x',
  'Water',
  'a\nb',
  '"quoted\\"',
  '\u007f\u0085\u0000',
  '🎓',
  '\ue000',
  'é',
  'e\u0301',
  'http://x.example/1',
  'مرحبا',
];
const numbers = [0, -0, 1, -7, 4.5, 0.1, 1e-7, 1e21, 1.5e300, 123456789.125, 2 ** 53, 1 / 3, 100, -2.25];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(...iris) },
);
const iri = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...iris) },
  { weight: 8, arbitrary: fc.uuid().map((id) => `urn:uuid:${id}`) },
  { weight: 1, arbitrary: fc.constantFrom(...oddIris, ...moreOddIris) },
);
const number = fc.oneof(fc.constantFrom(...numbers), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const moment = fc.constantFrom('2026-03-01T09:30:00Z', '2026-03-01T09:30:00+02:00', 'yesterday', '');
const anything: fc.Arbitrary<JsonValue> = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.constant({}),
  fc.constant([]),
  fc.constant([['nested'], 'list']),
  fc.constantFrom<JsonObject>(
    { id: 'urn:x:1' },
    { '@value': 'a word', '@language': 'en' },
    { '@value': 'كلمة', '@language': 'ar', '@direction': 'rtl' },
    { type: 'Profile' },
    { id: 'urn:x:1', '@context': 'https://www.w3.org/ns/credentials/v2' },
    { id: 'urn:x:1', unheardOf: 7 },
    { id: ['urn:x:1'] },
    { type: [] },
    { type: ['Profile', 'Profile'] },
    { type: ['Image', 'Achievement', 'Profile'], id: 'urn:x:2', name: 'Three at once', caption: 'x' },
    { name: 'without a type' },
  ),
);

const plain: { readonly [kind in Exclude<Kind, ClassName>]: fc.Arbitrary<JsonValue> } = {
  text,
  uri: iri,
  number,
  flag: fc.boolean(),
  moment,
  date: fc.constantFrom('1990-12-31', 'long ago'),
  language: fc.constantFrom('en', 'de-DE', 'no language'),
  token: fc.constantFrom('e30.e30.e30', 'no token'),
  'context-list': fc.constant(OPEN_BADGE_CONTEXTS.slice(0, 2)),
};

/** A credential of any shape that Open Badges 3.0 knows, now and then with something that has no business in it. */
export function randomCredential({ odd = 1 }: { odd?: number } = {}): fc.Arbitrary<JsonObject> {
  const members = classArbitrary('Credential', 0, odd);
  const contexts = fc.oneof(
    { weight: 30, arbitrary: fc.constant<JsonValue>(OPEN_BADGE_CONTEXTS) },
    {
      weight: odd,
      arbitrary: fc.constantFrom<JsonValue>(
        [...OPEN_BADGE_CONTEXTS].slice(0, 2),
        [...OPEN_BADGE_CONTEXTS].slice(0, 1),
        [...OPEN_BADGE_CONTEXTS].reverse(),
        'https://www.w3.org/ns/credentials/v2',
        ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'],
        ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        ['https://w3id.org/security/data-integrity/v2'],
        ['https://unknown.example/v1'],
        [],
      ),
    },
  );
  return fc.tuple(contexts, members).map(([context, credential]) => ({ '@context': context, ...credential }));
}

function classArbitrary(name: ClassName, depth: number, odd: number): fc.Arbitrary<JsonObject> {
  const { type, scalar, members } = openBadgeShapes[name];
  const record: Record<string, fc.Arbitrary<JsonValue | undefined>> = {};
  for (const [member, shape] of Object.entries(members)) {
    if (member !== 'type') record[member] = maybe(memberArbitrary(shape, depth, odd), weightOf(member, shape));
  }
  if (type !== undefined) {
    const own = [type].flat();
    const types = name === 'Credential' ? [...own, 'OpenBadgeCredential'] : own;
    record.type = fc.oneof(
      { weight: 20, arbitrary: fc.constant<JsonValue>(scalar ? own.join() : types) },
      { weight: 4, arbitrary: fc.constant<JsonValue>(types.length > 1 ? [...types].reverse() : own.join()) },
      {
        weight: odd,
        arbitrary: fc.constantFrom<JsonValue>('Unheard', ['Profile', ...own], own.join().toLowerCase(), ['https://x.example/T']),
      },
    );
  }
  record.stranger =
    odd > 0 && depth < 2
      ? fc.oneof({ weight: 40, arbitrary: fc.constant(undefined) }, { weight: odd, arbitrary: anything })
      : fc.constant(undefined);
  if (name === 'Credential') record.credentialStatus = maybe(statusEntry, 9);
  return fc.record(record).map(({ stranger, ...rest }) => {
    const kept = Object.entries(rest).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
    return Object.fromEntries(stranger === undefined ? kept : [...kept, [strangerName(name), stranger]]);
  });
}

/** A credential within, and most of all its contexts and proof, leave the document to the library: seldom enough not to hide the rest. */
function weightOf(member: string, { kind, required }: Member): number {
  if (member === '@context' || kind === 'Endorsement' || kind === 'Proof') return 0.25;
  return required ? 9 : 3;
}

const statusEntry: fc.Arbitrary<JsonValue> = fc.record({
  id: iri,
  type: fc.constant('BitstringStatusListEntry'),
  statusPurpose: fc.constantFrom('revocation', 'suspension'),
  statusListIndex: fc.nat().map(String),
  statusListCredential: iri,
});

function strangerName(name: ClassName): string {
  return (
    { Credential: 'termsOfUse', Subject: 'unheardOf', Profile: 'https://x.example/p', Achievement: 'schema:x' }[
      name as 'Profile'
    ] ?? 'name'
  );
}

function memberArbitrary({ kind, many, reference }: Member, depth: number, odd: number): fc.Arbitrary<JsonValue> {
  const value: fc.Arbitrary<JsonValue> = isClass(kind)
    ? fc.oneof(
        { weight: reference || depth > 3 ? 3 : 1, arbitrary: iri.map<JsonValue>((id) => (reference ? id : { id })) },
        ...(depth > 3 ? [] : [{ weight: 8, arbitrary: fc.constant(0).chain(() => classArbitrary(kind, depth + 1, odd)) }]),
      )
    : plain[kind];
  const one = fc.oneof({ weight: 120, arbitrary: value }, { weight: odd, arbitrary: anything });
  if (!many) return one;
  const list = fc.array(one, { maxLength: 3 });
  // Twice the same: a set to the signature, two to the reader.
  const doubled = one.map<JsonValue>((item) => [item, item]);
  return fc.oneof<fc.Arbitrary<JsonValue>[]>(list, list, one, doubled);
}

function maybe(value: fc.Arbitrary<JsonValue>, weight: number): fc.Arbitrary<JsonValue | undefined> {
  return fc.oneof({ weight: 16, arbitrary: fc.constant(undefined) }, { weight: 4 * weight, arbitrary: value });
}

function isClass(kind: Kind): kind is ClassName {
  return Object.hasOwn(openBadgeShapes, kind);
}

/** Several documents of one shape: the credential, and copies of it with other strings in some of its places. */
export function equalShapes(credential: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject[]> {
  return credential.chain((document) => {
    const places = stringPaths(document);
    return fc.subarray(places, { maxLength: Math.min(8, places.length) }).chain((varied) => {
      const values = fc.tuple(...varied.map((path) => replacement(valueAt(document, path))));
      return fc.array(values, { minLength: 3, maxLength: 4 }).map((all) => all.map((row) => fillIn(document, varied, row)));
    });
  });
}

function replacement(value: string): fc.Arbitrary<string> {
  return isAbsolute(value) ? fc.oneof({ weight: 6, arbitrary: iri }, { weight: 1, arbitrary: text }) : text;
}

function isAbsolute(value: string): boolean {
  return /^[a-z]+:\S+$/.test(value);
}

/** Where strings stand that do not decide what the rest means. */
function stringPaths(value: JsonValue, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'type' || name === '@context' ? [] : stringPaths(member, [...path, name]),
  );
}

function valueAt(value: JsonValue, path: readonly string[]): string {
  return String(path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], value));
}

function fillIn(document: JsonObject, paths: readonly (readonly string[])[], values: readonly string[]): JsonObject {
  const copy = JSON.parse(JSON.stringify(document)) as JsonObject;
  paths.forEach((path, place) => {
    const parent = path.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], copy);
    (parent as Record<string, string>)[path.at(-1) as string] = values[place] as string;
  });
  return copy;
}
