/** The last moment at which something holds that holds until a moment: midnight ends the day before. */
export function lastDay(validUntil: string): string {
  return new Date(new Date(validUntil).getTime() - 1).toISOString();
}
