import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { Dialog } from '../../../ui/Dialog';
import { RadioGroup } from '../../../ui/fields';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { tell } from '../../../ui/toast';
import { MemberSearch } from '../MemberSearch';
import { type Erasure, erasuresQuery, type Member } from '../queries';

/** For who wrote a letter instead of asking here. */
export function AskDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { erasures: texts } = useMessages('privacy');
  const isAdmin = useRole('admin');
  const queries = useQueryClient();
  const [badges, setBadges] = useState<Erasure['badges']>('kept');
  const ask = useMutation({
    mutationFn: ({ personId }: Member) =>
      sendOnce(`erasure.${personId}.${badges}`, (headers) =>
        read(api.POST('/api/v1/erasures', { body: { personId, badges }, headers })),
      ),
    onSuccess: async (_, { name }) => {
      await queries.invalidateQueries({ queryKey: erasuresQuery.queryKey });
      tell(texts.asked(name));
      onClose();
    },
  });
  return (
    <Dialog title={texts.ask} isOpen={isOpen} onClose={onClose}>
      <p>{texts.askHint}</p>
      <RadioGroup
        label={texts.badgesLabel}
        name="badges"
        value={badges}
        onChange={setBadges}
        choices={(['kept', 'withdrawn'] as const).map((value) => ({ value, label: texts.fates[value] }))}
      />
      {ask.error && <ProblemNotice problem={ask.error} />}
      <MemberSearch
        label={texts.find}
        hint={texts.findHint}
        {...(isAdmin ? {} : { role: 'learner' as const })}
        act={{ label: texts.choose, name: texts.chooseThis, run: (member) => ask.mutate(member), isPending: ask.isPending }}
      />
    </Dialog>
  );
}
