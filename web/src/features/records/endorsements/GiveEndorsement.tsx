import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useSession } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { TextArea, TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { tell } from '../../../ui/toast';
import { dayStart } from '../day-start';

const NOTHING = { subject: '', comment: '', until: '' };

/** Vouches for somebody else's achievement or institution, in the name of one's own. */
export function GiveEndorsement({ onClose }: { onClose: () => void }) {
  const { endorsements } = useMessages('awards');
  const { cancel } = useMessages('common');
  const { person } = useSession();
  const queries = useQueryClient();
  const [isTried, setIsTried] = useState(false);
  const kept = useKept('endorsements.new', NOTHING);
  const { subject, comment, until } = kept.value;
  const give = useMutation({
    mutationFn: () => {
      const validUntil = dayStart(until, person.timeZone, { after: 1 });
      const body = { subject: subject.trim(), comment, validUntil };
      return sendOnce('endorsements.new', (header) => read(api.POST('/api/v1/endorsements', { params: { header }, body })));
    },
    onSuccess: async () => {
      kept.forget(NOTHING);
      await queries.invalidateQueries({ queryKey: ['records', 'endorsements'] });
      tell(endorsements.givenNow);
      onClose();
    },
  });
  const missing = (text: string) => (isTried && text.trim() === '' ? endorsements.missing : undefined);
  const set = (changes: Partial<typeof NOTHING>) => kept.set({ ...kept.value, ...changes });
  return (
    <Form
      problem={give.error}
      onSubmit={() => {
        setIsTried(true);
        if (subject.trim() !== '' && comment.trim() !== '' && until !== '') give.mutate();
      }}
    >
      <p>{endorsements.giveMeans}</p>
      <TextField
        label={endorsements.subject}
        hint={endorsements.subjectHint}
        error={missing(subject)}
        name="subject"
        value={subject}
        onChange={(text) => set({ subject: text })}
      />
      <TextArea
        label={endorsements.comment}
        hint={endorsements.commentHint}
        error={missing(comment)}
        name="comment"
        maxLength={5_000}
        value={comment}
        onChange={(text) => set({ comment: text })}
      />
      <DayField
        timeZone={person.timeZone}
        label={endorsements.validUntil}
        hint={endorsements.validUntilHint}
        error={isTried && until === '' ? endorsements.untilMissing : undefined}
        name="validUntil"
        value={until}
        onChange={(text) => set({ until: text })}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={give.isPending}>
          {endorsements.giveYes}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
