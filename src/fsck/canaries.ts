import { readFile } from 'node:fs/promises';

/** Strings that were planted in one person's data, and where they must not turn up. */
export interface Canaries {
  strings: string[];
  /** Paths that are asked for over HTTP: without a token, and with each of these API tokens of other people. */
  paths: string[];
  tokens: string[];
  /** Log files. */
  logs: string[];
}

/** Reads `{"strings": ["…"], "paths": ["/api/v1/…"], "tokens": ["…"], "logs": ["…"]}`; only `strings` must be there. */
export async function readCanaries(path: string): Promise<Canaries> {
  const text = await readFile(path, 'utf8');
  let given: Partial<Record<keyof Canaries, unknown>> | null;
  try {
    given = JSON.parse(text) as object | null;
  } catch (error) {
    throw new Error(`${path} is not JSON`, { cause: error });
  }
  const { strings, paths = [], tokens = [], logs = [] } = given ?? {};
  if (![strings, paths, tokens, logs].every(isTexts) || (strings as string[]).length === 0) {
    throw new Error(`${path} is not {"strings": ["…"], "paths": […], "tokens": […], "logs": […]}`);
  }
  return { strings, paths, tokens, logs } as Canaries;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}
