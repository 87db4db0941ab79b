import { CircleAlert, CircleCheck } from 'lucide-react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import type { OutlineCourse } from '../queries';
import { PlaceLink } from './PlaceLink';
import { placeOfProblem } from './problem-place';
import styles from './publish.module.css';

interface Props {
  id: string;
  problems: readonly View<'PublishingProblemView'>[];
  missing: readonly View<'MissingElementView'>[];
  courses: readonly OutlineCourse[];
}

const FIELD_OF: Record<View<'MissingElementView'>['code'], string | null> = {
  issuer_country: null,
  quality_assurance: 'qualityAssurance',
  learning_outcomes: 'outcomes',
  workload: 'workload.hours',
};

/** What stands against publishing, each with the way to where it is mended, and what a European badge would lack. */
export function Checks({ id, problems, missing, courses }: Props) {
  const { publish: texts } = useMessages('studio');
  return (
    <>
      <Card title={problems.length === 0 ? texts.ready : texts.toMend(problems.length)}>
        <div role="status" className={styles['legend']}>
          {problems.length === 0 ? texts.ready : texts.toMend(problems.length)}
        </div>
        {problems.length === 0 ? (
          <p className={styles['line']}>
            <CircleCheck aria-hidden className={styles['good']} />
            {texts.readyExplain}
          </p>
        ) : (
          <ul className={styles['problems']}>
            {problems.map(({ code, path, detail, params }) => (
              <li key={`${code} ${path}`} className={styles['line']}>
                <CircleAlert aria-hidden className={styles['bad']} />
                <PlaceLink id={id} place={placeOfProblem(path, courses)}>
                  {texts.problem(code, params, detail)}
                </PlaceLink>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {missing.length > 0 && (
        <Notice tone="warn" title={texts.missingTitle}>
          <p>{texts.missingExplain}</p>
          <ul className={styles['missing']}>
            {missing.map(({ code }) => {
              const field = FIELD_OF[code];
              return (
                <li key={code}>
                  {field === null ? (
                    texts.missing[code]
                  ) : (
                    <PlaceLink id={id} place={{ screen: 'details', field }}>
                      {texts.missing[code]}
                    </PlaceLink>
                  )}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </>
  );
}
