import { types } from 'node:util';

/**
 * The `code` of a system or SQL error (`ENOENT`, `53100`), or undefined. Not told by `instanceof`: where tests run in a realm
 * of their own, the errors of Node's core are those of another one.
 */
export function errorCode(error: unknown): string | undefined {
  return types.isNativeError(error) && 'code' in error ? String(error.code) : undefined;
}
