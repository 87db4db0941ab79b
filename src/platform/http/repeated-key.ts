/**
 * The first name that an object in valid JSON has twice, or `null`. Parsers keep the last of them and readers may see the first, so
 * what was checked and what is used could differ (RFC 8259 §4).
 */
export function repeatedKey(json: string): string | null {
  const scopes: (Set<string> | null)[] = [];
  let names: Set<string> | null = null;
  let nameNext = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') {
      const end = endOfString(json, at);
      if (nameNext && names) {
        const name = JSON.parse(json.slice(at, end + 1)) as string;
        if (names.has(name)) return name;
        names.add(name);
        nameNext = false;
      }
      at = end;
    } else if (character === '{' || character === '[') {
      scopes.push(names);
      names = character === '{' ? new Set() : null;
      nameNext = names !== null;
    } else if (character === '}' || character === ']') {
      names = scopes.pop() ?? null;
    } else if (character === ',') nameNext = names !== null;
  }
  return null;
}

/** Where the string that begins at `start` has its closing quote. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}
