import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sessionQuery } from '../api/queries';
import { type Format, formatFor } from './format-for';
import { useLocale } from './index';

/** Numbers and times as the chosen language writes them, in the time zone of the signed-in person. */
export function useFormat(): Format {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return useMemo(() => formatFor(locale, timeZone), [locale, timeZone]);
}

/** In which moments are shown and asked for: that of the signed-in person, else that of the device. */
export function useTimeZone(): string {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  return session?.person.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
