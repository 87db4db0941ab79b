import { ImagePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Page';
import { TextListInput } from '../document/TextListInput';
import { assetPath, fileLinkMarkdown, pictureMarkdown } from '../files/asset-path';
import { fileUploads, type UploadedFile } from '../../../uploads/file-uploads';
import { UploadList } from '../../../uploads/UploadList';
import { useUploads } from '../../../uploads/use-uploads';
import type { Insert } from '../markdown/area';
import { MarkdownEditor } from '../markdown/MarkdownEditor';
import { PictureDialog } from '../markdown/PictureDialog';
import { Preview } from '../markdown/Preview';
import { countWords, readingMinutes } from '../markdown/reading-time';
import styles from '../markdown/markdown.module.css';
import type { PageBody } from '../types';

export interface BodyFieldsProps<Body> {
  activityId: string;
  body: Body;
  onChange: (change: (body: Body) => Body) => void;
}

export function PageFields({ activityId, body, onChange }: BodyFieldsProps<PageBody>) {
  const { markdown: messages, page, files } = useMessages('authoring');
  const { markdown, assets, objectives } = body;
  const [pictures, setPictures] = useState<readonly UploadedFile[]>([]);
  const insert = useRef<Insert>(() => undefined);
  const chooser = useRef<HTMLInputElement>(null);

  const keep = (file: UploadedFile, write: (path: string) => string) => {
    const path = assetPath(file.name, new Set(Object.keys(assets)));
    onChange((now) => ({ ...now, assets: { ...now.assets, [path]: file.id } }));
    insert.current(write(path));
  };
  const uploads = useUploads(fileUploads(`activity.${activityId}`), (file) => {
    if (file.mediaType.startsWith('image/')) setPictures((waiting) => [...waiting, file]);
    else keep(file, (path) => fileLinkMarkdown(path, file.name));
  });
  const take = (chosen: FileList, into: Insert) => {
    insert.current = into;
    uploads.start([...chosen]);
  };
  const [picture] = pictures;
  // The text can be written into only when the dialog before it is gone.
  const next = () => flushSync(() => setPictures((waiting) => waiting.slice(1)));
  const words = countWords(markdown);
  return (
    <>
      <div className={styles['sides']}>
        <div className={styles['preview']}>
          <MarkdownEditor
            label={page.text}
            hint={files.dropHint}
            name="body.markdown"
            value={markdown}
            maxLength={200_000}
            assets={assets}
            onChange={(text) => onChange((now) => ({ ...now, markdown: text }))}
            onFiles={take}
            tools={(into) => (
              <span title={messages.picture}>
                <Button
                  look="quiet"
                  icon={<ImagePlus aria-hidden />}
                  aria-label={messages.picture}
                  onPress={() => {
                    insert.current = into;
                    chooser.current?.click();
                  }}
                />
              </span>
            )}
          />
          <input
            ref={chooser}
            type="file"
            hidden
            multiple
            onChange={({ currentTarget }) => {
              if (currentTarget.files) uploads.start([...currentTarget.files]);
              currentTarget.value = '';
            }}
          />
          <UploadList uploads={uploads} />
          <p className={styles['count']}>{page.length(words, readingMinutes(words))}</p>
        </div>
        <div className={styles['preview']}>
          <h2 id="preview">{messages.preview}</h2>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard has to reach it */}
          <div className={`${styles['sheet']} ${styles['tall']}`} role="region" aria-labelledby="preview" tabIndex={0}>
            <Preview text={{ markdown, assets, activityId }} />
          </div>
        </div>
      </div>
      <Card title={page.objectives}>
        <TextListInput
          label={page.objectivesLead}
          itemLabel={page.objective}
          addLabel={page.addObjective}
          values={objectives}
          most={30}
          maxLength={500}
          onChange={(changed) => onChange((now) => ({ ...now, objectives: changed }))}
        />
      </Card>
      {picture && (
        <PictureDialog
          key={picture.id}
          picture={picture}
          onClose={() => {
            next();
            insert.current('');
          }}
          onPlaced={({ alt, caption }) => {
            next();
            keep(picture, (path) => pictureMarkdown(path, alt, caption));
          }}
        />
      )}
    </>
  );
}
