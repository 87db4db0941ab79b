import type { View } from '../../../api/client';
import { readableAccent } from '../../../app/institution-colours';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { RadioGroup, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { Entries } from '../Entries';
import { contrastFault } from './contrast-fault';
import styles from './look.module.css';
import { PictureField } from './PictureField';

type Look = View<'LookDto'>;

const TEMPLATES: readonly Look['template'][] = ['classic', 'modern', 'plain'];

export function LookFields({ look, onChange }: { look: Look; onChange: (changes: Partial<Look>) => void }) {
  const { look: texts } = useMessages('institution');
  return (
    <>
      <div className={styles['colours']}>
        <Row>
          <TextField
            type="color"
            label={texts.background}
            hint={texts.backgroundHint}
            name="background"
            value={look.background}
            onChange={(background) => onChange({ background })}
          />
          <TextField
            type="color"
            label={texts.accent}
            hint={texts.accentHint}
            name="accent"
            value={look.accent}
            onChange={(accent) => onChange({ accent })}
          />
        </Row>
      </div>
      <ContrastWords look={look} />
      <RadioGroup
        label={texts.template}
        name="template"
        value={look.template}
        onChange={(template) => onChange({ template })}
        choices={TEMPLATES.map((value) => ({ value, label: texts.templates[value], hint: texts.templateHints[value] }))}
      />
      <PictureField
        label={texts.logo}
        hint={texts.logoHint}
        name="logoFileId"
        fileId={look.logoFileId}
        onChange={(logoFileId) => onChange({ logoFileId })}
      />
      <Entries
        label={texts.signatories}
        hint={texts.signatoriesHint}
        items={look.signatories}
        most={3}
        nameOf={texts.signatoryNumber}
        add={texts.addSignatory}
        removeOne={texts.removeOne}
        blank={{ name: '', role: '', signatureFileId: null }}
        onChange={(signatories) => onChange({ signatories })}
      >
        {({ name, role, signatureFileId }, index, change) => (
          <>
            <Row>
              <TextField
                label={texts.signatoryName}
                name={`signatories[${index}].name`}
                maxLength={100}
                value={name}
                onChange={(text) => change({ name: text })}
              />
              <TextField
                label={texts.signatoryRole}
                hint={texts.signatoryRoleHint}
                isOptional
                name={`signatories[${index}].role`}
                maxLength={150}
                value={role}
                onChange={(text) => change({ role: text })}
              />
            </Row>
            <PictureField
              label={texts.signature}
              hint={texts.signatureHint}
              name={`signatories[${index}].signatureFileId`}
              fileId={signatureFileId}
              onChange={(fileId) => change({ signatureFileId: fileId })}
            />
          </>
        )}
      </Entries>
      <TextField
        label={texts.linkedIn}
        hint={texts.linkedInHint}
        isOptional
        inputMode="numeric"
        name="linkedInOrganizationId"
        value={look.linkedInOrganizationId ?? ''}
        onChange={(text) => onChange({ linkedInOrganizationId: text.trim() || null })}
      />
    </>
  );
}

/** What the colours do to who reads: said while they are chosen. */
function ContrastWords({ look }: { look: Look }) {
  const { look: texts } = useMessages('institution');
  const format = useFormat();
  const fault = contrastFault(look);
  const isDarkened = readableAccent(look.background, 'light') !== null;
  const isLightened = readableAccent(look.background, 'dark') !== null;
  return (
    <div role="status" className={styles['said']}>
      {fault !== null && <Notice tone="warn">{texts.tooFaint(format.number(Math.floor(fault * 10) / 10))}</Notice>}
      {isDarkened && <p>{texts.darkened}</p>}
      {isLightened && <p>{texts.lightened}</p>}
    </div>
  );
}
