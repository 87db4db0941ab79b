import { isDate, parseDateTimeStamp } from './date-time.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { type ClassName, type Kind, type Member, openBadgeShapes } from './open-badge-shapes.js';
import { CREDENTIALS_CONTEXT, isOpenBadgesContext } from './open-badge-words.js';
import { type BadgeProblem, inItems, join, none, under } from './problem-paths.js';
import { isUri } from './uri.js';

interface Table {
  readonly types: readonly string[];
  readonly scalar: boolean;
  readonly closed: boolean;
  readonly members: ReadonlyMap<string, Member>;
  readonly required: readonly string[];
}

// Of the dozens of members that a class may have an object has a few, so these are looked up and not those asked for.
const tables = new Map<string, Table>(
  Object.entries(openBadgeShapes).map(([name, { type, scalar = false, closed = false, members }]) => {
    const required = Object.keys(members).filter((member) => members[member]?.required);
    const types = type === undefined ? [] : [type].flat();
    return [name, { types, scalar, closed, members: new Map(Object.entries(members)), required }];
  }),
);

/** Where the object departs from the table of its class. An empty list means it fits. */
export function shapeProblems(value: JsonObject, className: ClassName): readonly BadgeProblem[] {
  const { types, scalar, closed, members, required } = tables.get(className) as Table;
  let problems = none;
  for (const type of types) {
    if (!hasType(value, type, scalar)) problems = join(problems, [{ problem: `not-a-${type}`, at: 'type' }]);
  }
  for (const name of required) {
    if (value[name] === undefined) problems = join(problems, [{ problem: 'missing', at: name }]);
  }
  for (const name in value) {
    const member = members.get(name);
    if (member) problems = join(problems, memberProblems(value[name], member, name));
    else if (closed) problems = join(problems, [{ problem: 'not-allowed-here', at: name }]);
  }
  return problems;
}

function hasType(value: JsonObject, type: string, scalar: boolean): boolean {
  if (scalar) return value.type === type;
  return Array.isArray(value.type) ? value.type.includes(type) : value.type === type;
}

function memberProblems(value: JsonValue | undefined, member: Member, name: string): readonly BadgeProblem[] {
  if (value === undefined) return none;
  if (!member.many || !Array.isArray(value)) return under(name, valueProblems(value, member));
  return under(
    name,
    inItems(value as readonly JsonValue[], (item) => valueProblems(item, member)),
  );
}

function valueProblems(value: JsonValue, { kind, words, closed, reference, required, blank }: Member): readonly BadgeProblem[] {
  if (isPlainKind(kind)) {
    const empty = required && !blank && typeof value === 'string' && value.trim() === '';
    if (empty || !fits(kind, value)) return [{ problem: `not-a-${kind}`, at: '' }];
    const known = words === undefined || words.includes(value as string) || (!closed && /^ext:[\w.|-]+$/.test(value as string));
    return known ? none : [{ problem: 'not-an-allowed-word', at: '' }];
  }
  if (reference && isUri(value)) return none;
  return isJsonObject(value) ? shapeProblems(value, kind) : [{ problem: 'not-an-object', at: '' }];
}

type PlainKind = Exclude<Kind, ClassName>;

function isPlainKind(kind: Kind): kind is PlainKind {
  return !tables.has(kind);
}

function fits(kind: PlainKind, value: JsonValue): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'uri':
      return isUri(value);
    case 'number':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'moment':
      return parseDateTimeStamp(value) !== undefined;
    case 'date':
      return isDate(value);
    case 'token':
      return typeof value === 'string' && /^[\w-]+\.[\w-]*\.[\w-]+$/.test(value);
    case 'context-list':
      return Array.isArray(value) && value[0] === CREDENTIALS_CONTEXT && isOpenBadgesContext(value[1]);
    case 'language':
      // The pattern the standard gives, narrower than BCP 47.
      return typeof value === 'string' && /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(value);
  }
}
