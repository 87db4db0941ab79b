import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { View } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import styles from './grading.module.css';

const PICTURES = /^image\/(?:png|jpeg|gif|webp|avif)$/;
const TEXTS = /^(?:text\/|application\/(?:json|xml|x-ipynb\+json)$)/;
// More than anybody reads in a column, and what a browser lays out without a pause.
const LONGEST_SHOWN_BYTES = 300_000;

/** A file of the work: pictures and texts are seen here, everything else opens where it is. */
export function SubmittedFile({ attemptId, file }: { attemptId: string; file: View<'FileView'> }) {
  const { room } = useMessages('grading');
  const format = useFormat();
  const [isShown, setIsShown] = useState(false);
  const address = `/api/v1/attempts/${attemptId}/files/${file.id}`;
  const isReadable = TEXTS.test(file.mediaType) && file.bytes <= LONGEST_SHOWN_BYTES;
  return (
    <figure className={styles['file']}>
      <figcaption className={styles['chips']}>
        <a href={address} target="_blank" rel="noopener">
          {file.name} <span className={styles['quiet']}>{room.newTab}</span>
        </a>
        <span className={styles['quiet']}>{format.bytes(file.bytes)}</span>
        {isReadable && !isShown && (
          <Button look="quiet" onPress={() => setIsShown(true)}>
            {room.showText}
          </Button>
        )}
      </figcaption>
      {PICTURES.test(file.mediaType) && <img src={address} alt={file.name} loading="lazy" className={styles['picture']} />}
      {isShown && <FileText address={address} name={file.name} />}
    </figure>
  );
}

function FileText({ address, name }: { address: string; name: string }) {
  const query = useQuery({
    queryKey: ['grading', 'file', address],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(address, { signal }).catch((error: unknown) => {
        throw signal.aborted ? error : ApiProblem.offline();
      });
      if (!answer.ok) throw ApiProblem.of(answer, await answer.json().catch(() => null));
      return answer.text();
    },
  });
  return (
    <Loaded query={query}>
      {(text) => (
        <pre className={styles['text']} role="region" aria-label={name} tabIndex={0}>
          {text}
        </pre>
      )}
    </Loaded>
  );
}
