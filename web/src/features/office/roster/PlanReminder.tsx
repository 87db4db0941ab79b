import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read, type View } from '../../../api/client';
import { useLocale, useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions, Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { faultWords } from '../../institution/letters/fault-words';
import { LetterFields } from '../../institution/letters/LetterFields';
import { usePreview } from '../../institution/letters/use-preview';
import { letterQuery } from '../../institution/queries';
import type { Chosen } from './chosen';
import type { RosterFilter } from './queries';

interface Props {
  chosen: Chosen;
  filter: RosterFilter;
  onClose: () => void;
}

/** Writes to many, beginning with the words that the institution has for it. Shown to whom it would go before it goes. */
export function PlanReminder({ onClose, ...wish }: Props) {
  const texts = useMessages('roster');
  const query = useQuery(letterQuery('reminder', useLocale()));
  return (
    <Dialog title={texts.planTitle.remind} isOpen onClose={onClose}>
      <Loaded query={query}>{({ data }) => <Reminder letter={data} {...wish} />}</Loaded>
    </Dialog>
  );
}

function Reminder({ letter, chosen, filter }: Omit<Props, 'onClose'> & { letter: View<'LetterView'> }) {
  const texts = useMessages('roster');
  const { faults: faultTexts } = useMessages('letters');
  const navigate = useNavigate();
  const { language, holds, subject, body } = letter;
  const kept = useKept('act.remind', { subject, body });
  const words = kept.value;
  const faults = usePreview({ letter: 'reminder', language }, words).data?.faults ?? [];
  const wrong = (field: 'subject' | 'body') => faultWords(faults, field, holds, faultTexts);
  const plan = useMutation({
    mutationFn: () => {
      const whom = 'all' in chosen ? { filter } : { enrollmentIds: [...chosen.ids] };
      // What it says is why it is sent.
      const reminder = { kind: 'remind' as const, ...words, reason: words.subject };
      const body = { ...reminder, ...whom };
      return sendOnce('act.remind', (headers) => read(api.POST('/api/v1/enrollment-acts', { headers, body })));
    },
    onSuccess: ({ id }) => {
      kept.forget(words);
      return navigate({ to: '/enrollment-acts/$actId', params: { actId: id } });
    },
  });
  return (
    <Form problem={plan.error} onSubmit={() => plan.mutate()}>
      <p>{texts.remindText}</p>
      <LetterFields
        words={words}
        holds={holds}
        isPart={false}
        language={language}
        wrong={{ subject: wrong('subject'), body: wrong('body') }}
        onChange={kept.set}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={plan.isPending}>
          {texts.preview}
        </Button>
      </Actions>
    </Form>
  );
}
