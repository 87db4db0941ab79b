import type { Messages } from '../../i18n';
import type { Format } from '../../i18n/format-for';

/** When something is due, or was. */
export function dueWords(dueAt: string, now: Date, { dueOn, overdue }: Messages['learning'], format: Format): string {
  const isOver = new Date(dueAt) < now;
  return isOver ? overdue(format.dateTime(dueAt)) : dueOn(format.dateTime(dueAt), format.relative(dueAt, now));
}
