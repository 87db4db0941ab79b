import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type Answer, readWithEtag, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { letterListQuery, letterQuery } from '../queries';
import type { Described } from '../../../ui/differences';
import { SettingForm } from '../SettingForm';
import { useSetting } from '../use-setting';
import { asPlaceholders, faultWords } from './fault-words';
import { LetterActions } from './LetterActions';
import { LetterFields } from './LetterFields';
import { LetterPreview } from './LetterPreview';
import { usePreview } from './use-preview';
import styles from './letters.module.css';

type Letter = View<'LetterView'>;
type Words = View<'LetterTextDto'>;

interface Props {
  answer: Answer<Letter>;
  /** What stands below, and may put words into the form. */
  children: (take: (words: Words) => void) => ReactNode;
}

/** The words of a letter beside what becomes of them. */
export function LetterForm({ answer, children }: Props) {
  const messages = useMessages('letters');
  const queries = useQueryClient();
  const { letter, language, holds, needs, isPart, isNotice } = answer.data;
  const path = { letter, language };
  const setting = useSetting<Letter, Words>({
    name: `letter.${letter}.${language}`,
    queryKey: letterQuery(letter, language).queryKey,
    answer,
    valueOf: ({ subject, body }) => ({ subject, body }),
    load: () => queries.fetchQuery({ ...letterQuery(letter, language), staleTime: 0 }),
    send: (body, header) =>
      readWithEtag(api.PUT('/api/v1/institution/letters/{letter}/{language}', { params: { path, header }, body })),
    onSaved: () => void queries.invalidateQueries({ queryKey: letterListQuery.queryKey }),
  });
  const preview = usePreview(path, setting.value);
  const faults = preview.data?.faults ?? [];
  const wrong = (field: 'subject' | 'body') => faultWords(faults, field, holds, messages.faults);
  const describe = ({ subject, body }: Words): Described => [
    ...(isPart ? [] : [[messages.subject, subject] as const]),
    [messages.body, body],
  ];
  return (
    <div className={styles['desk']}>
      <div className={styles['side']}>
        <Card title={messages.form}>
          {needs.length > 0 && <p className={styles['quiet']}>{messages.needed(asPlaceholders(needs))}</p>}
          <SettingForm setting={setting} label={messages.form} describe={describe}>
            <LetterFields
              words={setting.value}
              holds={holds}
              isPart={isPart}
              language={language}
              wrong={{ subject: wrong('subject'), body: wrong('body') }}
              onChange={setting.set}
            />
          </SettingForm>
          <LetterActions
            letter={answer.data}
            words={setting.value}
            etag={answer.etag}
            isFit={faults.length === 0}
            onRestored={setting.reset}
          />
        </Card>
        {children(setting.set)}
      </div>
      <Card title={messages.preview}>
        <p className={styles['quiet']}>{messages.previewLead}</p>
        <LetterPreview query={preview} language={language} />
        {isNotice && <Notice>{messages.notice}</Notice>}
      </Card>
    </div>
  );
}
