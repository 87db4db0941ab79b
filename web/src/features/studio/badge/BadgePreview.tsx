import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Loaded } from '../../../ui/Loaded';
import { useSettled } from '../../../ui/use-settled';
import styles from './badge.module.css';

type Design = View<'BadgeDesignDto'>;

/** The very picture that would be made of the design. */
export function BadgePreview({ id, design }: { id: string; design: Design }) {
  const { badge: texts } = useMessages('studio');
  const settled = useSettled(design);
  const query = useQuery({
    queryKey: ['badge-preview', id, settled],
    queryFn: ({ signal }) =>
      read(
        api.POST('/api/v1/micro-credentials/{id}/badge-preview', {
          params: { path: { id } },
          body: settled,
          parseAs: 'text',
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
  const said = [design.title, design.level, design.ring].filter(Boolean).join(', ');
  return (
    <Loaded query={query}>
      {(svg) => (
        // Drawn by the server of nothing but the design.
        <div
          className={styles['picture']}
          role="img"
          aria-label={texts.picture(said)}
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      )}
    </Loaded>
  );
}

export function CurrentBadge({ fileId, drawn }: { fileId: string; drawn: boolean }) {
  const { badge: texts } = useMessages('studio');
  return (
    <figure className={styles['current']}>
      <img src={`/api/v1/files/${fileId}/content`} alt="" width={96} height={96} />
      <figcaption>{drawn ? texts.currentDrawn : texts.currentUploaded}</figcaption>
    </figure>
  );
}
