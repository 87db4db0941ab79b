import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { useSettled } from '../../../ui/use-settled';

type Letter = View<'LetterView'>;

/** The letter with words that are not saved yet; asked for a moment after the last keystroke. */
export function usePreview(path: Pick<Letter, 'letter' | 'language'>, words: View<'LetterTextDto'>) {
  const subject = useSettled(words.subject);
  const text = useSettled(words.body);
  const body = { subject, body: text };
  return useQuery({
    queryKey: ['letter-preview', path, body],
    queryFn: ({ signal }) =>
      read(api.POST('/api/v1/institution/letters/{letter}/{language}/previews', { params: { path }, body, signal })),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
