import { parseDateTimeStamp } from './date-time.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { type ClassName, type Kind, type Member, openBadgeShapes } from './open-badge-shapes.js';
import { type BadgeProblem, inItems, join, none, under } from './problem-paths.js';
import { isUri } from './uri.js';

/** Where the object departs from the table of its class. An empty list means it fits. */
export function shapeProblems(value: JsonObject, className: ClassName): readonly BadgeProblem[] {
  const shape = openBadgeShapes[className];
  let problems = none;
  if (shape.type !== undefined && !hasType(value, shape.type, shape.scalar === true)) {
    problems = [{ problem: `not-a-${shape.type}`, at: 'type' }];
  }
  for (const name in shape.members) problems = join(problems, memberProblems(value[name], shape.members[name] as Member, name));
  if (!shape.closed) return problems;
  const strangers = Object.keys(value).filter((name) => !Object.hasOwn(shape.members, name));
  return join(
    problems,
    strangers.map((name) => ({ problem: 'not-allowed-here', at: name })),
  );
}

function hasType(value: JsonObject, type: string, scalar: boolean): boolean {
  if (scalar) return value.type === type;
  return Array.isArray(value.type) ? value.type.includes(type) : value.type === type;
}

function memberProblems(value: JsonValue | undefined, member: Member, name: string): readonly BadgeProblem[] {
  if (value === undefined) return member.required ? [{ problem: 'missing', at: name }] : none;
  if (!member.many || !Array.isArray(value)) return under(name, valueProblems(value, member));
  return under(
    name,
    inItems(value as readonly JsonValue[], (item) => valueProblems(item, member)),
  );
}

function valueProblems(value: JsonValue, { kind, words, reference, required }: Member): readonly BadgeProblem[] {
  if (isPlainKind(kind)) {
    const blank = required && typeof value === 'string' && value.trim() === '';
    if (blank || !fits[kind](value)) return [{ problem: `not-a-${kind}`, at: '' }];
    const strange = words !== undefined && !words.includes(value as string) && !/^ext:[\w.|-]+$/.test(value as string);
    return strange ? [{ problem: 'not-an-allowed-word', at: '' }] : none;
  }
  if (reference && isUri(value)) return none;
  return isJsonObject(value) ? shapeProblems(value, kind) : [{ problem: 'not-an-object', at: '' }];
}

type PlainKind = Exclude<Kind, ClassName>;

const fits: { readonly [kind in PlainKind]: (value: JsonValue) => boolean } = {
  text: (value) => typeof value === 'string',
  uri: (value) => isUri(value),
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  moment: (value) => parseDateTimeStamp(value) !== undefined,
  // The pattern the standard gives, narrower than BCP 47.
  language: (value) => typeof value === 'string' && /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(value),
};

function isPlainKind(kind: Kind): kind is PlainKind {
  return Object.hasOwn(fits, kind);
}
