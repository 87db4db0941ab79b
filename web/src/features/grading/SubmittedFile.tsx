import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { View } from '../../api/client';
import { ownHeaders } from '../../api/own-headers';
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

/** A file of the work: what a browser can show is seen here, everything else opens where it is. */
export function SubmittedFile({ attemptId, file }: { attemptId: string; file: View<'FileView'> }) {
  const { room } = useMessages('grading');
  const format = useFormat();
  const [isShown, setIsShown] = useState(false);
  const address = `/api/v1/attempts/${attemptId}/files/${file.id}`;
  const isText = TEXTS.test(file.mediaType) && file.bytes <= LONGEST_SHOWN_BYTES;
  const isPdf = file.mediaType === 'application/pdf';
  return (
    <figure className={styles['file']}>
      <figcaption className={styles['chips']}>
        <a href={address} target="_blank" rel="noopener">
          {file.name} <span className={styles['quiet']}>{room.newTab}</span>
        </a>
        <span className={styles['quiet']}>{format.bytes(file.bytes)}</span>
        {(isText || isPdf) && (
          <Button look="quiet" onPress={() => setIsShown(!isShown)} aria-expanded={isShown}>
            {isShown ? room.hideFile : room.showFile}
          </Button>
        )}
      </figcaption>
      {PICTURES.test(file.mediaType) && <img src={address} alt={file.name} loading="lazy" className={styles['picture']} />}
      <Played address={address} file={file} />
      {isShown && isText && <FileText address={address} name={file.name} />}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF in one, and its answer has a policy of its own */}
      {isShown && isPdf && <iframe src={address} title={file.name} className={styles['pdf']} />}
    </figure>
  );
}

/** Sound and film; a range at a time, as far as they are watched. */
function Played({ address, file }: { address: string; file: View<'FileView'> }) {
  const [kind] = file.mediaType.split('/');
  // Learners hand in no captions; the text of the work stands beside it.
  /* oxlint-disable jsx-a11y/media-has-caption */
  if (kind === 'video') return <video controls preload="metadata" src={address} title={file.name} className={styles['film']} />;
  if (kind === 'audio') return <audio controls preload="metadata" src={address} title={file.name} />;
  return null;
}

function FileText({ address, name }: { address: string; name: string }) {
  const query = useQuery({
    queryKey: ['grading', 'file', address],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(address, { headers: ownHeaders(), signal }).catch((error: unknown) => {
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
