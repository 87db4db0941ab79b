import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip } from '../../../ui/Notice';
import shared from '../learning.module.css';
import { allPoints } from './project-stage';
import styles from './project.module.css';

interface RubricProps {
  rubric: View<'RubricView'>;
  /** What was found; without it, what will be looked at. */
  verdict?: View<'VerdictView'> | null;
}

/** Every criterion with its levels, and where there is a verdict, the chosen one with what was said of it. */
export function Rubric({ rubric, verdict = null }: RubricProps) {
  const { project } = useMessages('learning');
  const format = useFormat();
  return (
    <div className={shared['stack']}>
      {!verdict && <p>{project.passPoints(format.number(rubric.passPoints), format.number(allPoints(rubric)))}</p>}
      {rubric.criteria.map((criterion) => (
        <section key={criterion.id} aria-label={criterion.title} className={styles['criterion']}>
          <h3>
            {criterion.title}{' '}
            {criterion.mustPassPoints !== null && <Chip>{project.mustPassPoints(format.number(criterion.mustPassPoints))}</Chip>}
          </h3>
          {criterion.description && <p>{criterion.description}</p>}
          <Levels criterion={criterion} chosen={verdict?.ratings.find(({ criterionId }) => criterionId === criterion.id)} />
        </section>
      ))}
    </div>
  );
}

interface LevelsProps {
  criterion: View<'CriterionView'>;
  chosen: View<'CriterionRatingDto'> | undefined;
}

function Levels({ criterion, chosen }: LevelsProps) {
  const { project } = useMessages('learning');
  return (
    <>
      <ul className={styles['levels']}>
        {criterion.ratings.map(({ id, title, description, points }) => (
          <li key={id} data-chosen={id === chosen?.ratingId}>
            <p>
              <strong>{title}</strong> <span className={shared['quiet']}>{project.points(points)}</span>{' '}
              {id === chosen?.ratingId && <Chip>{project.chosen}</Chip>}
            </p>
            {description && <p className={shared['quiet']}>{description}</p>}
          </li>
        ))}
      </ul>
      {chosen?.comment && <blockquote className={styles['comment']}>{chosen.comment}</blockquote>}
    </>
  );
}
