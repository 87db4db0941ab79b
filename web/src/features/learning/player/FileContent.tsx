import { Download, ExternalLink } from 'lucide-react';
import { useRef } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Actions } from '../../../ui/Form';
import { ExternalLinkButton } from '../../../ui/LinkButton';
import { useLeftOff, useSavePosition } from './use-position';
import styles from './player.module.css';

interface FileContentProps {
  content: View<'FileContentView'>;
  journey: View<'JourneyView'>;
  activityId: string;
}

/** What browsers show by themselves is shown; everything can be had as a file. */
export function FileContent({ content: { file, description }, journey, activityId }: FileContentProps) {
  const { player } = useMessages('learning');
  const format = useFormat();
  const address = `/api/v1/files/${file.id}/content`;
  const kind = file.mediaType.split('/')[0];
  const isPdf = file.mediaType === 'application/pdf';
  return (
    <>
      {description.trim() !== '' && <p className={styles['transcript']}>{description}</p>}
      {kind === 'image' && <img src={address} alt={description.trim() || file.name} />}
      {(kind === 'video' || kind === 'audio') && <Played src={address} kind={kind} journey={journey} activityId={activityId} />}
      <Actions>
        {isPdf && (
          <ExternalLinkButton look="primary" href={address} target="_blank" rel="noopener" icon={<ExternalLink aria-hidden />}>
            {player.openFile(file.name, format.bytes(file.bytes))}
          </ExternalLinkButton>
        )}
        <ExternalLinkButton href={address} download={file.name} icon={<Download aria-hidden />}>
          {player.download(file.name, format.bytes(file.bytes))}
        </ExternalLinkButton>
      </Actions>
    </>
  );
}

interface PlayedProps {
  src: string;
  kind: 'video' | 'audio';
  journey: View<'JourneyView'>;
  activityId: string;
}

const EVERY_SECONDS = 10;

/** Goes on where it was left. */
function Played({ src, kind, journey, activityId }: PlayedProps) {
  const leftOff = useLeftOff(journey, activityId);
  const save = useSavePosition(journey, activityId);
  const saved = useRef(0);
  const seconds = typeof leftOff?.['seconds'] === 'number' ? leftOff['seconds'] : 0;
  const keep = (element: HTMLMediaElement, isNow: boolean) => {
    if (!isNow && Math.abs(element.currentTime - saved.current) < EVERY_SECONDS) return;
    saved.current = element.currentTime;
    void save({ seconds: element.ended ? 0 : Math.floor(element.currentTime) });
  };
  const handlers = {
    onLoadedMetadata: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => {
      if (seconds < currentTarget.duration) currentTarget.currentTime = seconds;
    },
    onTimeUpdate: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => keep(currentTarget, false),
    onPause: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => keep(currentTarget, true),
  };
  // What the author has instead of captions stands beside it as the description.
  /* oxlint-disable jsx-a11y/media-has-caption */
  if (kind === 'audio') return <audio controls src={src} {...handlers} className={styles['media']} />;
  return <video controls src={src} {...handlers} className={styles['media']} />;
}
