import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '../../../i18n';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Checkbox, TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import type { UploadedFile } from '../../../uploads/file-uploads';
import styles from './markdown.module.css';

interface PictureDialogProps {
  picture: Pick<UploadedFile, 'id' | 'name'>;
  /** What was said of it before. */
  words?: { alt: string; caption: string };
  onClose: () => void;
  onPlaced: (words: { alt: string; caption: string }) => void;
}

/** Asks what a picture shows, for those who cannot see it (WCAG 2.2 §1.1.1), before it goes into the text. */
export function PictureDialog({ picture, words, onClose, onPlaced }: PictureDialogProps) {
  const { markdown: messages } = useMessages('authoring');
  const { cancel } = useMessages('common');
  const before = { alt: words?.alt ?? '', caption: words?.caption ?? '', decorates: words?.alt === '' };
  const kept = useKept(`picture.${picture.id}`, before);
  const { alt, caption, decorates } = kept.value;
  const [asked, setAsked] = useState(false);
  const isMissing = !decorates && alt.trim() === '';
  // Forms cannot stand inside forms, and the editor is in one.
  return createPortal(
    <Dialog title={messages.pictureTitle} isOpen onClose={onClose}>
      <img className={styles['picture']} src={`/api/v1/files/${picture.id}/content`} alt={picture.name} />
      <Form
        onSubmit={() => {
          setAsked(true);
          if (isMissing) return;
          kept.forget(before);
          onPlaced({ alt: decorates ? '' : alt, caption });
        }}
      >
        <TextField
          label={messages.alt}
          hint={messages.altHint}
          error={asked && isMissing ? messages.altMissing : undefined}
          value={alt}
          onChange={(text) => kept.set({ ...kept.value, alt: text })}
          disabled={decorates}
          maxLength={500}
        />
        <Checkbox label={messages.decorates} value={decorates} onChange={(is) => kept.set({ ...kept.value, decorates: is })} />
        <TextField
          label={messages.caption}
          isOptional
          value={caption}
          onChange={(text) => kept.set({ ...kept.value, caption: text })}
          maxLength={500}
        />
        <Actions>
          <Button look="primary" type="submit">
            {messages.placePicture}
          </Button>
          <Button
            onPress={() => {
              kept.forget(before);
              onClose();
            }}
          >
            {cancel}
          </Button>
        </Actions>
      </Form>
    </Dialog>,
    document.body,
  );
}
