import { useMutation } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { tell } from '../../../ui/toast';
import { type MicroCredential, remember } from '../queries';

/** For good: asked for twice. */
export function Retire({ microCredential: { id, title } }: { microCredential: MicroCredential }) {
  const { publish: texts } = useMessages('studio');
  const { cancel } = useMessages('common');
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      sendOnce(`studio.${id}.retirement`, (header) =>
        read(api.POST('/api/v1/micro-credentials/{id}/retirement', { params: { path: { id }, header } })),
      ),
    onSuccess: (retired) => {
      setIsAsking(false);
      remember(retired);
      tell(texts.retired(title));
    },
  });
  return (
    <Card title={texts.retireTitle}>
      <p>{texts.retireExplain}</p>
      <div>
        <Button look="danger" icon={<Archive aria-hidden />} onPress={() => setIsAsking(true)}>
          {texts.retire}
        </Button>
      </div>
      <Dialog title={texts.retireAsk(title)} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        {error && <ProblemNotice problem={error} />}
        <p>{texts.retireForGood}</p>
        <Actions>
          <Button look="danger" isPending={isPending} onPress={() => mutate()}>
            {texts.retire}
          </Button>
          <Button onPress={() => setIsAsking(false)}>{cancel}</Button>
        </Actions>
      </Dialog>
    </Card>
  );
}
