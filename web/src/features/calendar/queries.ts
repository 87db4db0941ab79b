import { queryOptions } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';

export type Entry = View<'CalendarEntryView'>;
export type Way = View<'CalendarWayView'>;

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/calendar', { signal })),
});

export const feedQuery = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/calendar-feed', { signal })),
});
