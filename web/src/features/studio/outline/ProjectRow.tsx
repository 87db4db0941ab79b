import { Link } from '@tanstack/react-router';
import { FolderCheck } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import type { MicroCredential } from '../queries';
import styles from './outline.module.css';

/** What everything leads to; it stays at the end. */
export function ProjectRow({ microCredential }: { microCredential: MicroCredential }) {
  const { outline: texts } = useMessages('studio');
  const format = useFormat();
  const { project, rubric } = microCredential;
  const facts = project
    ? [format.minutes(project.minutes), rubric ? texts.criteria(rubric.criteria.length) : texts.noRubric]
    : [texts.noProject];
  return (
    <section className={`${styles['row']} ${styles['course']} ${styles['project']}`} aria-label={texts.project}>
      <FolderCheck aria-hidden className={styles['kind']} />
      <div className={styles['what']}>
        <Link
          to="/studio/$microCredentialId/project"
          params={{ microCredentialId: microCredential.id }}
          className={styles['courseTitle']}
        >
          {project?.title ? `${texts.project}: ${project.title}` : texts.project}
        </Link>
        <p className={styles['facts']}>{facts.join(' · ')}</p>
      </div>
    </section>
  );
}
