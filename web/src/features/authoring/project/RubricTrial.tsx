import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import type { Rubric } from '../types';
import styles from './project.module.css';

/** Rate a piece of work that is only thought of, and see what the server would make of it. */
export function RubricTrial({ rubric }: { rubric: Rubric }) {
  const { rubric: messages } = useMessages('authoring');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const ratings = rubric.criteria.flatMap(({ id, ratings: own }) => {
    const ratingId = chosen[id];
    return own.some((rating) => rating.id === ratingId) && ratingId ? [{ criterionId: id, ratingId }] : [];
  });
  const rule: View<'RubricTrialDto'> = {
    passPoints: rubric.passPoints,
    ratings,
    criteria: rubric.criteria.map(({ id, mustPassPoints, ratings: own }) => ({
      id,
      mustPassPoints,
      ratings: own.map(({ id: ratingId, points }) => ({ id: ratingId, points })),
    })),
  };
  const query = useQuery({
    queryKey: ['rubric-trial', rule],
    queryFn: ({ signal }) => read(api.POST('/api/v1/rubric-trials', { body: rule, signal })),
    enabled: ratings.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 10_000,
  });
  return (
    <section className={styles['trial']} aria-labelledby="trial">
      <h3 id="trial">{messages.trialTitle}</h3>
      <p>{messages.trialLead}</p>
      <Row>
        {rubric.criteria.map(({ id, title, ratings: own }, index) => (
          <Select
            key={id}
            label={title || messages.criterion(index + 1)}
            value={chosen[id] ?? ''}
            onChange={(ratingId) => setChosen({ ...chosen, [id]: ratingId })}
            choices={[
              { value: '', label: messages.notRated },
              ...own.map((rating, place) => ({
                value: rating.id,
                label: messages.ratingWithPoints(rating.title || messages.rating(place + 1), rating.points),
              })),
            ]}
          />
        ))}
      </Row>
      <div role="status">
        {ratings.length > 0 && <Loaded query={query}>{(scoring) => <Outcome scoring={scoring} rubric={rubric} />}</Loaded>}
      </div>
    </section>
  );
}

function Outcome({ scoring, rubric }: { scoring: View<'RubricScoringView'>; rubric: Rubric }) {
  const { rubric: messages } = useMessages('authoring');
  const titled = (ids: readonly string[]) =>
    rubric.criteria.flatMap(({ id, title }, index) => (ids.includes(id) ? [title || messages.criterion(index + 1)] : []));
  const { passes, complete, points, maxPoints, passPoints, failedMustPass, missing } = scoring;
  const title = passes ? messages.passes : complete ? messages.doesNotPass : messages.notYet;
  return (
    <Notice tone={passes ? 'good' : complete ? 'warn' : 'plain'} title={title}>
      <p>{messages.outcome(points, maxPoints, passPoints)}</p>
      {failedMustPass.length > 0 && <p>{messages.belowMustPass(titled(failedMustPass).join(', '))}</p>}
      {missing.length > 0 && <p>{messages.stillMissing(titled(missing).join(', '))}</p>}
    </Notice>
  );
}
