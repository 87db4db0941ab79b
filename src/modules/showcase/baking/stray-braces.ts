/**
 * The same JSON with braces inside strings written as escapes. Learner Credential Wallet finds the end of a baked credential by
 * counting braces; what the JSON says, and so a Data Integrity proof, stays the same.
 */
export function withoutStrayBraces(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"/gs, (string) =>
    string.replaceAll('{', String.raw`\u007b`).replaceAll('}', String.raw`\u007d`),
  );
}
