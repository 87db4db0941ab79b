import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { sendOnce } from '../../kept/send-once';
import { Dialog } from '../../ui/Dialog';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { tell } from '../../ui/toast';
import { MemberSearch } from './MemberSearch';
import type { Member, Offering } from './queries';

export interface EnrollDialogProps {
  offering: Offering;
  isOpen: boolean;
  onClose: () => void;
}

/** Stays open: offices enrol one after the other. */
export function EnrollDialog({ offering, isOpen, onClose }: EnrollDialogProps) {
  const { learners } = useMessages('office');
  const queries = useQueryClient();
  const enroll = useMutation({
    mutationFn: ({ personId }: Member) =>
      sendOnce(`enroll.${offering.id}.${personId}`, (headers) =>
        read(
          api.POST('/api/v1/offerings/{id}/enrollments', { params: { path: { id: offering.id } }, body: { personId }, headers }),
        ),
      ),
    onSuccess: async ({ state, personName }) => {
      tell(state === 'waitlisted' ? learners.waitlisted(personName) : learners.enrolled(personName));
      await queries.invalidateQueries({ queryKey: ['offerings', offering.id] });
    },
  });
  return (
    <Dialog title={learners.enroll} isOpen={isOpen} onClose={onClose}>
      {enroll.error && <ProblemNotice problem={enroll.error} />}
      <MemberSearch
        label={learners.find}
        hint={learners.findHint}
        role="learner"
        act={{
          label: learners.enrollShort,
          name: learners.enrollThis,
          run: (member) => enroll.mutate(member),
          isPending: enroll.isPending,
        }}
      />
    </Dialog>
  );
}
