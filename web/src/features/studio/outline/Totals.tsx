import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import type { MicroCredential, OutlineCourse } from '../queries';
import { minutesOf } from './outline-rows';
import styles from './outline.module.css';

/** How much it is by now, beside what is stated. */
export function Totals({ microCredential, courses }: { microCredential: MicroCredential; courses: readonly OutlineCourse[] }) {
  const { outline: texts } = useMessages('studio');
  const format = useFormat();
  const { workload, project } = microCredential;
  const activities = courses.flatMap((course) => course.activities);
  const minutes = minutesOf(activities) + (project?.minutes ?? 0);
  const credits = [
    workload.ects === null ? '' : texts.ects(format.number(workload.ects)),
    workload.ceu === null ? '' : texts.ceu(format.number(workload.ceu)),
  ].filter(Boolean);
  return (
    <dl className={styles['totals']} aria-label={texts.totals}>
      <div>
        <dt>{texts.estimated}</dt>
        <dd>{format.minutes(minutes)}</dd>
      </div>
      <div>
        <dt>{texts.stated}</dt>
        <dd>{workload.hours > 0 ? [format.minutes(workload.hours * 60), ...credits].join(', ') : texts.notStated}</dd>
      </div>
      <div>
        <dt>{texts.size}</dt>
        <dd>{texts.sizeWords(courses.length, activities.length)}</dd>
      </div>
    </dl>
  );
}
