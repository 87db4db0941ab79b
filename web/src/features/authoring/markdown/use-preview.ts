import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, read, type View } from '../../../api/client';

const AFTER_MS = 350;

/** A text that is not saved yet, as the server would show it to learners; asked for a moment after the last change. */
export function usePreview(text: View<'TextPreviewDto'>) {
  const body = useSettled(text);
  return useQuery({
    queryKey: ['text-preview', body],
    queryFn: ({ signal }) => read(api.POST('/api/v1/text-previews', { body, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 10_000,
  });
}

function useSettled(text: View<'TextPreviewDto'>): View<'TextPreviewDto'> {
  const [settled, setSettled] = useState(text);
  const { markdown, assets, activityId } = text;
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ markdown, assets, activityId }), AFTER_MS);
    return () => clearTimeout(timer);
  }, [markdown, assets, activityId]);
  return settled;
}
