import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import { useSettled } from '../../../ui/use-settled';
import { coursesQuery } from '../queries';
import styles from './outline.module.css';

interface Props {
  /** Courses that are part already. */
  taken: readonly string[];
  onChoose: (courseId: string, title: string) => void;
}

/** The institution's courses, to take one along: it stays one course, and a learner does it once. */
export function ChooseCourse({ taken, onChoose }: Props) {
  const { outline: texts } = useMessages('studio');
  const { search } = useMessages('common');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const query = useQuery({ ...coursesQuery(q), placeholderData: (before) => before });
  return (
    <>
      <p>{texts.chooseExplain}</p>
      <TextField type="search" label={search} value={typed} onChange={setTyped} maxLength={200} />
      <Loaded query={query}>
        {({ items }) => {
          const offered = items.filter(({ id }) => !taken.includes(id));
          return (
            <>
              <p role="status" className={styles['facts']}>
                {texts.coursesFound(offered.length)}
              </p>
              <ul className={styles['choices']}>
                {offered.map(({ id, title, activities, minutes }) => (
                  <li key={id}>
                    <div className={styles['what']}>
                      <p className={styles['courseTitle']}>{title}</p>
                      <p className={styles['facts']}>{[texts.activities(activities), format.minutes(minutes)].join(' · ')}</p>
                    </div>
                    <Button aria-label={texts.addThat(title)} onPress={() => onChoose(id, title)}>
                      {texts.addThis}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
