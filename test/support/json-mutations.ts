import { isJsonObject, type JsonObject, type JsonValue } from '../../src/modules/credentials/domain/json.js';

/** The names and positions that lead to a value inside a JSON document. */
export type Path = readonly string[];

export function leafPaths(value: JsonValue, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) => leafPaths(member, [...path, name]));
}

export function objectPaths(value: JsonValue, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const deeper = Object.entries(value).flatMap(([name, member]) => objectPaths(member, [...path, name]));
  return isJsonObject(value) ? [path, ...deeper] : deeper;
}

/** A copy of the document with the value at the path replaced; removed when the replacement is undefined. */
export function mutate(
  document: JsonObject,
  path: Path,
  change: (value: JsonValue) => JsonValue | undefined,
): JsonValue | undefined {
  return at(document, path, change);
}

function at(value: JsonValue, [name, ...rest]: Path, change: (value: JsonValue) => JsonValue | undefined): JsonValue | undefined {
  if (name === undefined) return change(value);
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).flatMap((item, index) =>
      String(index) === name ? (at(item, rest, change) ?? []) : [item],
    );
  }
  if (!isJsonObject(value)) return value;
  const { [name]: member, ...others } = value;
  const replaced = member === undefined ? undefined : at(member, rest, change);
  return replaced === undefined ? others : { ...others, [name]: replaced };
}

/** Another value of the same type. */
export function changedLeaf(leaf: JsonValue): JsonValue {
  if (typeof leaf === 'boolean') return !leaf;
  return typeof leaf === 'number' ? leaf + 1 : `${JSON.stringify(leaf)}x`;
}

/** A value that reads alike but has another type: a signature alone may not tell them apart. */
export function retypedLeaf(leaf: JsonValue): JsonValue {
  return typeof leaf === 'string' ? 7 : JSON.stringify(leaf);
}
