import { parseDateTimeStamp } from './date-time.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { type ClassName, type Kind, type Member, openBadgeShapes } from './open-badge-shapes.js';
import { isUri } from './uri.js';

/** What is wrong (a key) and where (a path such as `credentialSubject.achievement.criteria`). */
export interface BadgeProblem {
  readonly problem: string;
  readonly at: string;
}

/** Where the object departs from the table of its class. An empty list means it fits. */
export function shapeProblems(value: JsonObject, className: ClassName, at: string): readonly BadgeProblem[] {
  const shape = openBadgeShapes[className];
  const problems: BadgeProblem[] = [];
  if (shape.type !== undefined && !hasType(value, shape.type, shape.scalar === true)) {
    problems.push({ problem: `not-a-${shape.type}`, at: path(at, 'type') });
  }
  for (const [name, member] of Object.entries(shape.members)) {
    problems.push(...memberProblems(value[name], member, path(at, name)));
  }
  if (shape.closed) {
    const strangers = Object.keys(value).filter((name) => !Object.hasOwn(shape.members, name));
    problems.push(...strangers.map((name) => ({ problem: 'not-allowed-here', at: path(at, name) })));
  }
  return problems;
}

function hasType(value: JsonObject, type: string, scalar: boolean): boolean {
  return scalar ? value.type === type : asList(value.type).includes(type);
}

function memberProblems(value: JsonValue | undefined, member: Member, at: string): readonly BadgeProblem[] {
  if (value === undefined) return member.required ? [{ problem: 'missing', at }] : [];
  if (!member.many) return valueProblems(value, member, at);
  return asList(value).flatMap((item, index) => valueProblems(item, member, Array.isArray(value) ? `${at}[${index}]` : at));
}

function valueProblems(value: JsonValue, { kind, words, reference, required }: Member, at: string): readonly BadgeProblem[] {
  if (isPlainKind(kind)) {
    const blank = required && typeof value === 'string' && value.trim() === '';
    if (blank || !fits[kind](value)) return [{ problem: `not-a-${kind}`, at }];
    const strange = words !== undefined && !words.includes(value as string) && !/^ext:[\w.|-]+$/.test(value as string);
    return strange ? [{ problem: 'not-an-allowed-word', at }] : [];
  }
  if (reference && isUri(value)) return [];
  return isJsonObject(value) ? shapeProblems(value, kind, at) : [{ problem: 'not-an-object', at }];
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

function path(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}
