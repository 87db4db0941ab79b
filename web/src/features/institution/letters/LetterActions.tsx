import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, readWithEtag, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Question } from '../../../ui/Question';
import { tell } from '../../../ui/toast';
import { letterListQuery, letterQuery } from '../queries';

type Letter = View<'LetterView'>;

interface Props {
  letter: Letter;
  words: View<'LetterTextDto'>;
  etag: string | null;
  isFit: boolean;
  onRestored: () => void;
}

/** A look at it in one's own mailbox, and the way back to Cairn's words. */
export function LetterActions({ letter: { letter, language, isOwn }, words, etag, isFit, onRestored }: Props) {
  const { trial, trialSent, restore, restoreQuestion, restored } = useMessages('letters');
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const path = { letter, language };
  const send = useMutation({
    mutationFn: () => read(api.POST('/api/v1/institution/letters/{letter}/{language}/trials', { params: { path }, body: words })),
    onSuccess: ({ recipient }) => tell(trialSent(recipient)),
  });
  const goBack = useMutation({
    mutationFn: () =>
      readWithEtag(
        api.DELETE('/api/v1/institution/letters/{letter}/{language}', {
          params: { path, header: { 'If-Match': etag ?? '*' } },
        }),
      ),
    onSuccess: async (answer) => {
      setAsks(false);
      onRestored();
      queries.setQueryData(letterQuery(letter, language).queryKey, answer);
      await queries.invalidateQueries({ queryKey: letterListQuery.queryKey });
      tell(restored);
    },
  });
  return (
    <>
      {send.error && <ProblemNotice problem={send.error} />}
      <Actions>
        <Button isPending={send.isPending} isDisabled={!isFit} onPress={() => send.mutate()}>
          {trial}
        </Button>
        {isOwn && (
          <Button look="quiet" onPress={() => setAsks(true)}>
            {restore}
          </Button>
        )}
      </Actions>
      <Question title={restore} isOpen={asks} onClose={() => setAsks(false)} yes={restore} act={goBack}>
        {restoreQuestion}
      </Question>
    </>
  );
}
