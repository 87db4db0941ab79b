/**
 * A `uuid[]` parameter as PostgreSQL reads it. Ids hold nothing that has to be escaped; what the driver makes of a list looks for that in
 * each of its elements, and quotes them all. What is no id fails in the database.
 */
export function idArray(ids: readonly string[]): string {
  return `{${ids.join()}}`;
}
