import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useTimeZone } from '../../../i18n/format';
import { momentOf } from '../../../i18n/local-time';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions, Form } from '../../../ui/Form';
import { MomentField } from '../../../ui/MomentField';
import { ReasonField } from '../learner/ReasonField';
import type { Chosen } from './chosen';
import { DestinationField } from './DestinationField';
import type { EnrollmentAct, RosterFilter } from './queries';

interface Props {
  kind: Exclude<EnrollmentAct['kind'], 'remind'>;
  chosen: Chosen;
  filter: RosterFilter;
  onClose: () => void;
}

const NOTHING = { dueAt: '', toOfferingId: '', reason: '' };

/** Says what is wanted and why; the server answers what would become of each, and nothing is done yet. */
export function PlanAct({ kind, chosen, filter, onClose }: Props) {
  const texts = useMessages('roster');
  const { extend } = useMessages('enrollment');
  const navigate = useNavigate();
  const timeZone = useTimeZone();
  const kept = useKept(`act.${kind}`, NOTHING);
  // What was kept before there were as many fields lacks some.
  const { dueAt, toOfferingId, reason } = { ...NOTHING, ...kept.value };
  const set = (change: Partial<typeof NOTHING>) => kept.set({ dueAt, toOfferingId, reason, ...change });
  const plan = useMutation({
    mutationFn: () => {
      const whom = 'all' in chosen ? { filter } : { enrollmentIds: [...chosen.ids] };
      const until = kind === 'extend' ? { dueAt: momentOf(dueAt, timeZone) ?? '' } : {};
      const where = kind === 'transfer' ? { toOfferingId } : {};
      const body = { kind, reason, ...until, ...where, ...whom };
      return sendOnce(`act.${kind}`, (headers) => read(api.POST('/api/v1/enrollment-acts', { headers, body })));
    },
    onSuccess: ({ id }) => {
      kept.forget(kept.value);
      return navigate({ to: '/enrollment-acts/$actId', params: { actId: id } });
    },
  });
  return (
    <Dialog title={texts.planTitle[kind]} isOpen onClose={onClose}>
      <Form problem={plan.error} onSubmit={() => plan.mutate()}>
        <p>{texts.planText}</p>
        {kind === 'extend' && (
          <MomentField
            name="dueAt"
            label={extend.until}
            hint={extend.hint}
            required
            value={dueAt}
            onChange={(value) => set({ dueAt: value })}
          />
        )}
        {kind === 'transfer' && (
          <DestinationField from={filter.offeringId} value={toOfferingId} onChange={(value) => set({ toOfferingId: value })} />
        )}
        <ReasonField value={reason} onChange={(value) => set({ reason: value })} />
        <Actions>
          <Button type="submit" look="primary" isPending={plan.isPending}>
            {texts.preview}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
