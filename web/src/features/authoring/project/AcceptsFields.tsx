import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { Checkbox, RadioGroup, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { NumberInput } from '../document/NumberInput';
import styles from '../document/document.module.css';
import type { Project } from '../types';
import type { Wrong } from '../quiz/use-wrong';
import { COMMON_TYPES } from '../../../uploads/file-kinds';
import { otherTypes, parseTypes } from './media-types';

type Accepts = Project['accepts'];

interface AcceptsFieldsProps {
  accepts: Accepts;
  wrong: Wrong;
  onChange: (changes: Partial<Accepts>) => void;
}

const MEGABYTE = 1024 * 1024;

/** What learners may hand in. */
export function AcceptsFields({ accepts, wrong, onChange }: AcceptsFieldsProps) {
  const { project: messages } = useMessages('authoring');
  const { kinds } = useMessages('uploads');
  const { mediaTypes } = accepts;
  const [others, setOthers] = useState(otherTypes(mediaTypes).join(', '));
  const [isLimited, setLimited] = useState(mediaTypes.length > 0);
  const error = mediaTypes.map((_, index) => wrong.at(`/project/accepts/mediaTypes/${index}`)).find(Boolean);
  const limit = (only: boolean) => {
    setLimited(only);
    setOthers('');
    onChange({ mediaTypes: only ? [COMMON_TYPES.pdf] : [] });
  };
  return (
    <Card title={messages.accepts}>
      <div className={styles['group']}>
        {(['text', 'links', 'files'] as const).map((kind) => (
          <Checkbox
            key={kind}
            label={messages.acceptsKinds[kind]}
            value={accepts[kind]}
            onChange={(value) => onChange({ [kind]: value })}
          />
        ))}
        <p role="alert">{wrong.at('/project/accepts')}</p>
      </div>
      {accepts.files && (
        <>
          <RadioGroup
            label={messages.fileTypes}
            name="mediaTypes"
            value={isLimited ? 'only' : 'any'}
            onChange={(value) => limit(value === 'only')}
            choices={[
              { value: 'any', label: messages.anyType },
              { value: 'only', label: messages.onlyTypes },
            ]}
          />
          {isLimited && (
            <fieldset className={styles['group']}>
              <legend>{messages.onlyTypes}</legend>
              {Object.entries(COMMON_TYPES).map(([name, type]) => (
                <Checkbox
                  key={type}
                  label={kinds[name as keyof typeof COMMON_TYPES]}
                  value={mediaTypes.includes(type)}
                  onChange={(wanted) =>
                    onChange({ mediaTypes: wanted ? [...mediaTypes, type] : mediaTypes.filter((one) => one !== type) })
                  }
                />
              ))}
              <TextField
                label={messages.otherTypes}
                hint={messages.otherTypesHint}
                error={error}
                isOptional
                value={others}
                onChange={(text) => {
                  setOthers(text);
                  const common = mediaTypes.filter((type) => !otherTypes(mediaTypes).includes(type));
                  onChange({ mediaTypes: [...common, ...parseTypes(text)] });
                }}
              />
            </fieldset>
          )}
          <Row>
            <NumberInput
              label={messages.maxFiles}
              value={accepts.maxFiles}
              min={1}
              max={50}
              isWhole
              onChange={(maxFiles) => onChange({ maxFiles })}
            />
            <NumberInput
              label={messages.maxMegabytes}
              value={Math.round((accepts.maxBytesPerFile / MEGABYTE) * 100) / 100}
              min={0.01}
              max={1_024}
              onChange={(megabytes) => onChange({ maxBytesPerFile: Math.round(megabytes * MEGABYTE) })}
            />
          </Row>
        </>
      )}
    </Card>
  );
}
