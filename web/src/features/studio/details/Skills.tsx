import { Link2, Plus, X } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { type Details, type DetailsPart, isAddress } from './details';
import styles from './details.module.css';

type Skill = Details['skills'][number];
type Alignment = NonNullable<Skill['alignment']>;

const FRAMEWORKS = ['ESCO', 'O*NET', 'CASE', 'Lightcast', 'DigComp', 'SFIA'];
const NEW_ALIGNMENT: Alignment = { targetName: '', targetUrl: '', targetFramework: 'ESCO', targetCode: '', targetType: '' };

/** What an employer looks for, tied to the frameworks in which others look it up. */
export function Skills({ value: { skills }, set }: DetailsPart) {
  const { details: texts, fields } = useMessages('studio');
  return (
    <Card title={fields.skills}>
      <p className={styles['hint']}>{texts.skillsHint}</p>
      <div className={styles['things']}>
        {skills.map((skill, index) => (
          <SkillFields
            // Skills have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            skill={skill}
            index={index}
            onChange={(changed) => set({ skills: skills.with(index, changed) })}
            onRemove={() => set({ skills: skills.toSpliced(index, 1) })}
          />
        ))}
      </div>
      <div data-field="skills">
        <Button icon={<Plus aria-hidden />} onPress={() => set({ skills: [...skills, { name: '', alignment: null }] })}>
          {texts.addSkill}
        </Button>
      </div>
    </Card>
  );
}

interface SkillProps {
  skill: Skill;
  index: number;
  onChange: (skill: Skill) => void;
  onRemove: () => void;
}

function SkillFields({ skill, index, onChange, onRemove }: SkillProps) {
  const { details: texts } = useMessages('studio');
  const { remove } = useMessages('common');
  const name = skill.name || texts.skill(index + 1);
  return (
    <div className={styles['skill']}>
      <div className={styles['thing']}>
        <TextField
          label={texts.skill(index + 1)}
          name={`skills[${index}].name`}
          maxLength={300}
          value={skill.name}
          onChange={(text) => onChange({ ...skill, name: text })}
        />
        <Button look="quiet" icon={<X aria-hidden />} aria-label={`${remove}: ${name}`} onPress={onRemove} />
      </div>
      {skill.alignment ? (
        <AlignmentFields
          name={name}
          path={`skills[${index}].alignment`}
          alignment={skill.alignment}
          onChange={(alignment) => onChange({ ...skill, alignment })}
        />
      ) : (
        <div>
          <Button
            look="quiet"
            icon={<Link2 aria-hidden />}
            onPress={() => onChange({ ...skill, alignment: { ...NEW_ALIGNMENT, targetName: skill.name } })}
          >
            {texts.align}
          </Button>
        </div>
      )}
    </div>
  );
}

interface AlignmentProps {
  name: string;
  path: string;
  alignment: Alignment;
  onChange: (alignment: Alignment | null) => void;
}

function AlignmentFields({ name, path, alignment, onChange }: AlignmentProps) {
  const { details: texts } = useMessages('studio');
  const { remove } = useMessages('common');
  const text = (field: keyof Alignment) => ({
    name: `${path}.${field}`,
    value: alignment[field],
    onChange: (value: string) => onChange({ ...alignment, [field]: value }),
  });
  return (
    <fieldset className={styles['alignment']}>
      <legend>{texts.alignmentOf(name)}</legend>
      <Row>
        <TextField label={texts.framework} maxLength={100} list="skill-frameworks" {...text('targetFramework')} />
        <TextField label={texts.code} isOptional maxLength={100} {...text('targetCode')} />
      </Row>
      <datalist id="skill-frameworks">
        {FRAMEWORKS.map((framework) => (
          <option key={framework} value={framework}>
            {framework}
          </option>
        ))}
      </datalist>
      <TextField label={texts.frameworkName} maxLength={300} {...text('targetName')} />
      <TextField
        label={texts.frameworkUrl}
        type="url"
        hint={texts.frameworkUrlHint}
        error={alignment.targetUrl !== '' && !isAddress(alignment.targetUrl) ? texts.wholeAddress : undefined}
        {...text('targetUrl')}
      />
      <div>
        <Button look="quiet" icon={<X aria-hidden />} onPress={() => onChange(null)}>
          {remove}
        </Button>
      </div>
    </fieldset>
  );
}
