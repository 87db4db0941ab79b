import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, api, readWithEtag } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { CopyField } from '../../../ui/CopyField';
import { Checkbox, TextArea, TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { tell } from '../../../ui/toast';
import { type Badge, portfolioQuery } from '../queries';
import { type Portfolio, type Values, valuesOf } from './arrange';
import { ChosenBadges } from './ChosenBadges';
import { PortfolioConflict } from './PortfolioConflict';

interface FormProps {
  answer: Answer<Portfolio>;
  badges: readonly Badge[];
}

interface Typed {
  /** Of what it was typed over. */
  etag: string | null;
  values: Values;
}

/** What is typed is kept with the version that it was typed over; when that was saved somewhere else meanwhile, both are shown. */
export function PortfolioForm({ answer: { data, etag }, badges }: FormProps) {
  const { arrange: texts } = useMessages('badges');
  const { save } = useMessages('common');
  const queries = useQueryClient();
  const { institution } = useSession();
  const kept = useKept<Typed>(`portfolio.${institution?.id ?? ''}`, { etag, values: valuesOf(data) });
  const [theirs, setTheirs] = useState<Answer<Portfolio> | null>(null);
  const { values } = kept.value;
  const set = (change: Partial<Values>) => kept.set({ ...kept.value, values: { ...values, ...change } });
  const change = useMutation({
    mutationFn: () => {
      const params = { header: { 'If-Match': kept.value.etag ?? '*' } };
      return readWithEtag(api.PUT('/api/v1/portfolio', { params, body: values }));
    },
    onSuccess: async (saved) => {
      kept.forget({ etag: saved.etag, values: valuesOf(saved.data) });
      tell(saved.data.published ? texts.savedOpen : texts.saved);
      await queries.invalidateQueries({ queryKey: portfolioQuery.queryKey });
    },
    onError: async (error) => {
      if (problemOf(error)?.status === 412) setTheirs(await readWithEtag(api.GET('/api/v1/portfolio')));
    },
  });
  const choose = async (which: 'mine' | 'theirs') => {
    if (!theirs) return;
    setTheirs(null);
    change.reset();
    if (which === 'mine') return kept.set({ etag: theirs.etag, values });
    kept.forget({ etag: theirs.etag, values: valuesOf(theirs.data) });
    await queries.invalidateQueries({ queryKey: portfolioQuery.queryKey });
  };
  const { title, introduction, showName, published, credentialIds } = values;
  return (
    <Form problem={theirs ? null : change.error} onSubmit={() => change.mutate()}>
      {theirs && <PortfolioConflict theirs={theirs.data} badges={badges} choose={(which) => void choose(which)} />}
      <Card>
        <TextField
          label={texts.name}
          hint={texts.nameHint}
          isOptional
          name="title"
          maxLength={200}
          value={title}
          onChange={(value) => set({ title: value })}
        />
        <TextArea
          label={texts.introduction}
          isOptional
          name="introduction"
          maxLength={2_000}
          value={introduction}
          onChange={(value) => set({ introduction: value })}
        />
        <Checkbox label={texts.showName} name="showName" value={showName} onChange={(value) => set({ showName: value })} />
      </Card>
      <ChosenBadges badges={badges} ids={credentialIds} onChange={(ids) => set({ credentialIds: ids })} />
      <Card>
        <Checkbox
          label={texts.published}
          hint={texts.publishedHint}
          name="published"
          value={published}
          onChange={(value) => set({ published: value })}
        />
        {data.url !== null && data.published && <CopyField label={texts.address} value={data.url} />}
        <Actions>
          <Button type="submit" look="primary" isPending={change.isPending}>
            {save}
          </Button>
        </Actions>
      </Card>
    </Form>
  );
}
