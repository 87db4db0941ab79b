import type { View } from '../../../api/client';
import { useLocale, useMessages } from '../../../i18n';
import { Card } from '../../../ui/Page';
import { LetterPreview } from '../../institution/letters/LetterPreview';
import { usePreview } from '../../institution/letters/use-preview';

/** What is written to everybody, as a mail program makes it of it. */
export function ActLetter({ letter }: { letter: View<'LetterTextDto'> }) {
  const { acts: texts } = useMessages('roster');
  const { previewLead } = useMessages('letters');
  const language = useLocale();
  return (
    <Card title={texts.letter}>
      <p>{previewLead}</p>
      <LetterPreview query={usePreview({ letter: 'reminder', language }, letter)} language={language} />
    </Card>
  );
}
