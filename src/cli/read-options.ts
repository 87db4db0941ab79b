import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

export interface ReadOptions {
  words: string[];
  /** By name, without the dashes. */
  options: Readonly<Record<string, string | undefined>>;
}

/** Reads `word --name value` arguments. Throws a `UsageError` that ends with `usage` for an option that is not one of `names`. */
export function readOptions(args: string[], names: readonly string[], usage: string): ReadOptions {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { words: positionals, options: values };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}
