export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD writes a set of one as the bare value: read both forms as a list. An absent value is an empty list. */
export function asList(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

/** The object without its undefined members, and without empty lists, which say nothing and some readers refuse. */
export function compact(members: { readonly [key: string]: JsonValue | undefined }): JsonObject {
  const kept = Object.entries(members).filter(
    (entry): entry is [string, JsonValue] => entry[1] !== undefined && !(Array.isArray(entry[1]) && entry[1].length === 0),
  );
  return Object.fromEntries(kept);
}
