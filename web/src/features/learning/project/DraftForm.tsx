import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Actions, Form } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { SaveStatus } from '../../../ui/SaveStatus';
import { TextArea } from '../../../ui/fields';
import shared from '../learning.module.css';
import { projectQuery, refreshJourney } from '../queries';
import { DraftConflict } from './DraftConflict';
import { FilesField } from './FilesField';
import { LinksField } from './LinksField';
import { type Project, wordCount } from './project-stage';
import { SubmitDialog } from './SubmitDialog';
import { useDraft } from './use-draft';

interface DraftFormProps {
  enrollmentId: string;
  project: Project;
  draft: NonNullable<Project['draft']>;
}

/** The work, as far as it is: saved while it is written, and handed in when its author says so. */
export function DraftForm({ enrollmentId, project, draft: saved }: DraftFormProps) {
  const { project: words } = useMessages('learning');
  const { draft, version, change, autosave, conflict, choose, restored } = useDraft(enrollmentId, saved);
  const [isAsking, setAsking] = useState(false);
  const [isUploading, setUploading] = useState(false);
  const { accepts, attemptsLeft } = project;
  const submit = useMutation({
    mutationFn: async () => {
      await autosave.flush();
      const params = { path: { id: enrollmentId } };
      const body = { draftVersion: version.current };
      return sendOnce(`project.${enrollmentId}.${body.draftVersion}`, (headers) =>
        read(api.POST('/api/v1/enrollments/{id}/attempts', { params, headers, body })),
      );
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: projectQuery(enrollmentId).queryKey });
      await refreshJourney(enrollmentId);
      scrollTo({ top: 0 });
    },
    onSettled: () => setAsking(false),
  });
  const isEmpty = draft.text.trim() === '' && draft.files.length === 0 && draft.links.every((link) => link.trim() === '');

  return (
    <Card title={words.yourWork} actions={<SaveStatus state={autosave.state} savedAt={autosave.savedAt ?? saved.savedAt} />}>
      {restored && !conflict && <Notice>{words.restored}</Notice>}
      {conflict && <DraftConflict theirs={conflict} choose={choose} />}
      <Form problem={submit.error} onSubmit={() => setAsking(true)}>
        {accepts.text && (
          <TextArea
            label={words.text}
            name="text"
            hint={`${words.textHint} ${words.words(wordCount(draft.text))}`}
            rows={10}
            value={draft.text}
            onChange={(text) => change({ text })}
          />
        )}
        {accepts.links && <LinksField links={draft.links} onChange={(links) => change({ links })} />}
        {accepts.files && (
          <FilesField
            enrollmentId={enrollmentId}
            accepts={accepts}
            files={draft.files}
            onChange={(files) => change({ files })}
            onBusy={setUploading}
          />
        )}
        <Actions>
          <Button type="submit" look="primary" isDisabled={isEmpty || isUploading || conflict !== null}>
            {words.submit}
          </Button>
          <span className={shared['quiet']}>
            {isEmpty ? words.nothingYet : attemptsLeft === null ? '' : words.attemptsLeft(attemptsLeft)}
          </span>
        </Actions>
      </Form>
      <SubmitDialog
        isOpen={isAsking}
        draft={draft}
        isPending={submit.isPending}
        onClose={() => setAsking(false)}
        onSubmit={() => submit.mutate()}
      />
    </Card>
  );
}
