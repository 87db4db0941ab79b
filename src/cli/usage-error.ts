/** The verb was asked in a way that it does not understand; the message says how to ask. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
