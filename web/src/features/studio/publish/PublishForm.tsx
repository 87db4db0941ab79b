import { useMutation } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { TextArea } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { tell } from '../../../ui/toast';
import { ifMatch, type MicroCredential, microCredentialQuery } from '../queries';

/** Freezes the draft as the next edition. */
export function PublishForm({ microCredential }: { microCredential: MicroCredential }) {
  const { publish: texts, editions } = useMessages('studio');
  const { id, version, latestEdition } = microCredential;
  const note = useKept(`studio.${id}.change-note`, '');
  const number = (latestEdition?.number ?? 0) + 1;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      sendOnce(`studio.${id}.publish`, (key) =>
        read(
          api.POST('/api/v1/micro-credentials/{id}/editions', {
            params: { path: { id }, header: { ...key, ...ifMatch(version) } },
            body: { changeNote: note.value },
          }),
        ),
      ),
    onSuccess: (edition) => {
      note.forget('');
      tell(texts.published(edition.number));
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: microCredentialQuery(id).queryKey });
      void queryClient.invalidateQueries({ queryKey: ['micro-credentials'] });
    },
  });
  const wasOvertaken = problemOf(error)?.status === 412;
  return (
    <Card title={texts.publishTitle(number)}>
      <p>{latestEdition ? texts.nextExplain : texts.firstExplain}</p>
      <Form problem={wasOvertaken ? null : error} aria-label={texts.publishTitle(number)} onSubmit={() => mutate()}>
        {wasOvertaken && (
          <div role="alert">
            <Notice tone="warn">{texts.overtaken}</Notice>
          </div>
        )}
        <TextArea
          label={texts.changeNote}
          hint={texts.changeNoteHint}
          name="changeNote"
          isOptional
          rows={2}
          maxLength={2000}
          value={note.value}
          onChange={note.set}
        />
        <Actions>
          <Button look="primary" type="submit" isPending={isPending}>
            {texts.publish(number)}
          </Button>
          {latestEdition && (
            <LinkButton to="/studio/$microCredentialId/editions" params={{ microCredentialId: id }}>
              {editions.seeChanges}
            </LinkButton>
          )}
        </Actions>
      </Form>
    </Card>
  );
}
