import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { useSettled } from '../../../ui/use-settled';

/** A text that is not saved yet, as the server would show it to learners; asked for a moment after the last letter. */
export function usePreview({ markdown, assets, activityId }: View<'TextPreviewDto'>) {
  const body = { markdown: useSettled(markdown), assets, activityId };
  return useQuery({
    queryKey: ['text-preview', body],
    queryFn: ({ signal }) => read(api.POST('/api/v1/text-previews', { body, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 10_000,
  });
}
