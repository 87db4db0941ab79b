import { ExternalLink } from 'lucide-react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Actions } from '../../../ui/Form';
import { ExternalLinkButton } from '../../../ui/LinkButton';
import { Card } from '../../../ui/Page';
import shared from '../learning.module.css';
import styles from './player.module.css';

/** A film at another site. Nothing of other sites is loaded into our pages, so the way there is a link. */
export function VideoContent({ content, language }: { content: View<'VideoContentView'>; language: string }) {
  const { player } = useMessages('learning');
  const { embedUrl, transcript } = content;
  return (
    <>
      <Actions>
        <ExternalLinkButton
          look="primary"
          href={embedUrl}
          target="_blank"
          rel="noopener noreferrer"
          icon={<ExternalLink aria-hidden />}
        >
          {player.openVideo(URL.canParse(embedUrl) ? new URL(embedUrl).host : '')}
        </ExternalLinkButton>
      </Actions>
      <p className={shared['quiet']}>{player.videoNote}</p>
      {transcript.trim() !== '' && (
        <Card title={player.transcript}>
          <div lang={language} className={styles['transcript']}>
            {transcript}
          </div>
        </Card>
      )}
    </>
  );
}
