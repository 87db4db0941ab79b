import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { RadioGroup } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { ALL, type Badge } from './queries';
import styles from './badges.module.css';

const VISIBILITIES = ['public', 'link', 'private'] as const;

/** Saved by a button: going through the choices by keyboard must open nothing to anybody. */
export function BadgeVisibility({ badge }: { badge: Badge }) {
  const { visibility: texts } = useMessages('badges');
  const { save } = useMessages('common');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(badge.visibility);
  const change = useMutation({
    mutationFn: () =>
      read(api.PUT('/api/v1/credentials/{id}/visibility', { params: { path: { id: badge.id } }, body: { visibility: chosen } })),
    onSuccess: async () => {
      tell(texts.saved);
      await queries.invalidateQueries({ queryKey: ALL });
    },
  });
  return (
    <Card title={texts.title}>
      <Form problem={change.error} onSubmit={() => change.mutate()}>
        <RadioGroup
          label={texts.label}
          name="visibility"
          value={chosen}
          onChange={setChosen}
          choices={VISIBILITIES.map((value) => ({ value, label: texts.choices[value], hint: texts.hints[value] }))}
        />
        <p className={styles['quiet']}>{texts.note}</p>
        <Actions>
          <Button type="submit" isDisabled={chosen === badge.visibility} isPending={change.isPending}>
            {save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
