import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { LimitInput, NumberInput } from '../document/NumberInput';
import { COMMANDS } from '../markdown/commands';
import markdownStyles from '../markdown/markdown.module.css';
import { MarkdownEditor } from '../markdown/MarkdownEditor';
import { Preview } from '../markdown/Preview';
import type { Project } from '../types';
import type { Wrong } from '../quiz/use-wrong';

interface ProjectFieldsProps {
  project: Project;
  wrong: Wrong;
  onChange: (changes: Partial<Project>) => void;
}

/** The task: what it is called, what is to be done, how long it takes and how often it may be tried. */
export function ProjectFields({ project, wrong, onChange }: ProjectFieldsProps) {
  const { project: messages, markdown, activity } = useMessages('authoring');
  const format = useFormat();
  return (
    <Card title={messages.task}>
      <TextField
        label={activity.titleLabel}
        name="project.title"
        error={wrong.at('/project/title')}
        value={project.title}
        maxLength={200}
        onChange={(title) => onChange({ title })}
      />
      <div className={markdownStyles['sides']}>
        <MarkdownEditor
          label={messages.brief}
          hint={messages.briefHint}
          name="project.brief"
          error={wrong.at('/project/brief')}
          commands={COMMANDS}
          value={project.brief}
          maxLength={50_000}
          onChange={(brief) => onChange({ brief })}
        />
        <div className={markdownStyles['preview']}>
          <h3 id="brief-preview">{markdown.preview}</h3>
          <div
            className={`${markdownStyles['sheet']} ${markdownStyles['tall']}`}
            role="region"
            aria-labelledby="brief-preview"
            // It scrolls, and the keyboard has to reach it.
            tabIndex={0}
          >
            <Preview text={{ markdown: project.brief, assets: {}, activityId: null }} />
          </div>
        </div>
      </div>
      <Row>
        <NumberInput
          label={activity.minutes}
          hint={format.minutes(project.minutes)}
          value={project.minutes}
          min={0}
          max={60_000}
          isWhole
          onChange={(minutes) => onChange({ minutes })}
        />
        <LimitInput
          label={messages.attempts}
          unlimited={messages.anyAttempts}
          value={project.attemptLimit}
          first={3}
          min={1}
          max={100}
          isWhole
          onChange={(attemptLimit) => onChange({ attemptLimit })}
        />
      </Row>
    </Card>
  );
}
