import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { learnersQuery } from '../queries';

/** How many learners are on an edition, in which state: whom it would touch if they were moved. */
export function LearnersOn({ id, editionId }: { id: string; editionId: string }) {
  const { editions: texts } = useMessages('studio');
  const format = useFormat();
  const query = useQuery(learnersQuery(id));
  if (query.error) return <ProblemNotice problem={query.error} />;
  if (!query.data) return null;
  const own = query.data.items.filter((one) => one.editionId === editionId);
  if (own.length === 0) return <p>{texts.nobody}</p>;
  const counted = own.map(({ state, learners }) => texts.learners[state](format.number(learners)));
  return (
    <p>
      {texts.onIt(counted.join(', '))} {texts.stay}
    </p>
  );
}
