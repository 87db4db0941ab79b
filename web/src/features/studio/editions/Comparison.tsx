import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { FieldChanges } from './FieldChanges';
import { ItemChanges } from './ItemChanges';
import { RuleChanges } from './RuleChanges';

/** All that is different, from the rules to the words. */
export function Comparison({ comparison }: { comparison: View<'EditionComparisonView'> }) {
  const { editions: texts } = useMessages('studio');
  const { same, courses, details, project, rubric, strictness } = comparison;
  if (same) return <Notice tone="good">{texts.same}</Notice>;
  return (
    <>
      {strictness === null && <Notice>{texts.sameRules}</Notice>}
      <RuleChanges comparison={comparison} />
      {courses.length > 0 && (
        <Card title={texts.courses}>
          <ItemChanges items={courses} inside={({ activities }) => activities.length > 0 && <ItemChanges items={activities} />} />
        </Card>
      )}
      {project.length > 0 && (
        <Card title={texts.project}>
          <FieldChanges fields={project} />
        </Card>
      )}
      {rubric.fields.length + rubric.criteria.length > 0 && (
        <Card title={texts.rubric}>
          {rubric.fields.length > 0 && <FieldChanges fields={rubric.fields} />}
          {rubric.criteria.length > 0 && <ItemChanges items={rubric.criteria} />}
        </Card>
      )}
      {details.length > 0 && (
        <Card title={texts.details}>
          <FieldChanges fields={details} />
        </Card>
      )}
    </>
  );
}
