import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';

/** What documents of one kind share: their members in order, and every value but the strings in the slots. */
export type Shape =
  | { readonly kind: 'object'; readonly names: readonly string[]; readonly members: readonly Shape[] }
  | { readonly kind: 'list'; readonly items: readonly Shape[] }
  | { readonly kind: 'constant'; readonly value: string | number | boolean }
  | { readonly kind: 'slot'; readonly slot: number };

/** Equal for documents that differ in strings alone. Types and contexts count as form: they decide what everything else means. */
export function formOf(value: JsonValue, isMeaning = false): string {
  if (typeof value === 'string') return isMeaning ? JSON.stringify(value) : '""';
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map((item) => formOf(item, isMeaning)).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${formOf(member, name === 'type' || name === '@context')}`,
  );
  return `{${members.join()}}`;
}

/** The shape of documents of equal form: a slot wherever two of them differ. */
export function shapeOf(documents: readonly JsonObject[]): Shape {
  let slots = 0;
  const over = (values: readonly JsonValue[]): Shape => {
    const [first] = values as readonly [JsonValue];
    if (Array.isArray(first)) {
      const lists = values as readonly (readonly JsonValue[])[];
      return { kind: 'list', items: first.map((_, place) => over(lists.map((list) => list[place] as JsonValue))) };
    }
    if (isJsonObject(first)) {
      const objects = values as readonly JsonObject[];
      const names = Object.keys(first);
      return { kind: 'object', names, members: names.map((name) => over(objects.map((object) => object[name] as JsonValue))) };
    }
    if (values.every((value) => value === first)) return { kind: 'constant', value: first as string | number | boolean };
    return { kind: 'slot', slot: slots++ };
  };
  return over(documents);
}

/** How many slots it has. */
export function slotsOf(shape: Shape): number {
  if (shape.kind === 'slot') return 1;
  const parts = shape.kind === 'list' ? shape.items : shape.kind === 'object' ? shape.members : [];
  return parts.reduce((sum, part) => sum + slotsOf(part), 0);
}

/** The strings in the slots; undefined when the document has another shape, is no plain JSON, or has its members in another order. */
export function slotValues(shape: Shape, document: unknown): string[] | undefined {
  const values: string[] = [];
  return matches(shape, document, values) ? values : undefined;
}

function matches(shape: Shape, value: unknown, values: string[]): boolean {
  switch (shape.kind) {
    case 'constant':
      return value === shape.value;
    case 'slot':
      return typeof value === 'string' && (values[shape.slot] = value) === value;
    case 'list':
      return Array.isArray(value) && value.length === shape.items.length && everyItem(shape.items, value, values);
    case 'object':
      return isPlain(value) && everyMember(shape.names, shape.members, value, values);
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function everyItem(items: readonly Shape[], value: readonly unknown[], values: string[]): boolean {
  for (let place = 0; place < items.length; place += 1) {
    if (!matches(items[place] as Shape, value[place], values)) return false;
  }
  return true;
}

function everyMember(
  names: readonly string[],
  members: readonly Shape[],
  value: Readonly<Record<string, unknown>>,
  values: string[],
): boolean {
  let place = 0;
  // A list of the keys for every object would be most of what a document costs the garbage collector. Inherited ones are in no shape.
  for (const name in value) {
    if (names[place] !== name || !matches(members[place] as Shape, value[name], values)) return false;
    place += 1;
  }
  return place === names.length;
}

/** A document of the shape. */
export function withValues(shape: Shape, values: readonly string[]): JsonValue {
  switch (shape.kind) {
    case 'constant':
      return shape.value;
    case 'slot':
      return values[shape.slot] as string;
    case 'list':
      return shape.items.map((item) => withValues(item, values));
    case 'object':
      return Object.fromEntries(
        shape.names.map((name, place) => [name, withValues(shape.members[place] as Shape, values)] as const),
      );
  }
}

/** The JSON text of the shape, cut at the slots in their order: within their quotes. */
export function jsonPieces(shape: Shape): readonly string[] {
  const pieces: string[] = [''];
  const add = (text: string): void => {
    pieces.push((pieces.pop() ?? '') + text);
  };
  const write = (part: Shape): void => {
    if (part.kind === 'constant') add(JSON.stringify(part.value));
    else if (part.kind === 'slot') {
      add('"');
      pieces.push('"');
    } else if (part.kind === 'list') {
      part.items.forEach((item, place) => {
        add(place === 0 ? '[' : ',');
        write(item);
      });
      add(part.items.length === 0 ? '[]' : ']');
    } else {
      part.members.forEach((member, place) => {
        add(`${place === 0 ? '{' : ','}${JSON.stringify(part.names[place])}:`);
        write(member);
      });
      add(part.members.length === 0 ? '{}' : '}');
    }
  };
  write(shape);
  return pieces;
}
