import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Eye } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { LinkButton } from '../../../ui/LinkButton';
import { type PreviewPlace, previewPlace, STANDINGS } from '../../../preview/preview-place';
import { problemsQuery } from '../queries';
import styles from './preview.module.css';

/** Says above every screen of a preview that it is one, for whom, and how to get back. */
export default function PreviewBar({ place: { standing, microCredentialId } }: { place: PreviewPlace }) {
  const { preview: texts } = useMessages('studio');
  const navigate = useNavigate();
  const problems = useQuery(problemsQuery(microCredentialId));
  const open = problems.data?.items.length ?? 0;
  const params = { microCredentialId };
  return (
    <aside aria-label={texts.title} className={styles['bar']}>
      <div className={styles['what']}>
        <p className={styles['title']}>
          <Eye aria-hidden /> {texts.title}
        </p>
        <p className={styles['note']}>
          {texts.note} {open > 0 && texts.unfinished(open)}
        </p>
      </div>
      <div className={styles['tools']}>
        <Select
          label={texts.standing}
          value={standing}
          choices={STANDINGS.map((value) => ({ value, label: texts.standings[value] }))}
          onChange={(chosen) =>
            void navigate({
              to: '.',
              params: { enrollmentId: previewPlace(chosen, microCredentialId) } as never,
              search: {} as never,
            })
          }
        />
        <LinkButton to="/studio/$microCredentialId" params={params} icon={<ArrowLeft aria-hidden />}>
          {texts.back}
        </LinkButton>
      </div>
    </aside>
  );
}
