import { useMemo } from 'react';
import { useLocale } from '../../i18n';
import { addDays } from './days';

/** Days without a time zone, as the chosen language writes them. */
export function useDays() {
  const locale = useLocale();
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      return (day: string) => formatter.format(new Date(`${day}T00:00:00Z`));
    };
    const [long, short] = [format({ weekday: 'long' }), format({ weekday: 'short' })];
    // Any Monday will do.
    const week = Array.from({ length: 7 }, (_, index) => addDays('2024-01-01', index));
    return {
      plain: format({ dateStyle: 'medium' }),
      full: format({ weekday: 'long', day: 'numeric', month: 'long' }),
      short: format({ weekday: 'short', day: 'numeric', month: 'short' }),
      month: (month: string) => format({ month: 'long', year: 'numeric' })(`${month}-01`),
      weekdays: week.map((day) => ({ long: long(day), short: short(day) })),
    };
  }, [locale]);
}
