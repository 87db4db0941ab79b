import type { ReactNode } from 'react';
import { fieldWords } from '../api/field-words';
import { type FieldProblem, isAt, NOTHING_KEPT, problemOf } from '../api/problem';
import { useMessages } from '../i18n';
import { Notice } from './Notice';

/** A field of a form that shows what is wrong with it. */
export interface ShownField {
  name: string;
  /** Of its control. */
  id: string;
  label: ReactNode;
}

/**
 * Says what is the matter, by the title of the problem, and what to do. What is wrong with one of `fields` is said by its label, which
 * leads to it.
 */
export function ProblemNotice({ problem, fields = [] }: { problem: unknown; fields?: readonly ShownField[] }) {
  const { errors } = useMessages('common');
  const refusal = problemOf(problem);
  if (refusal?.code === 'offline') return <Notice tone="warn">{errors.offline}</Notice>;
  // Nothing went wrong: who looks at a preview is only reminded that it is one.
  if (refusal?.code === NOTHING_KEPT)
    return (
      <div role="alert">
        <Notice>{refusal.message}</Notice>
      </div>
    );
  if (!refusal || refusal.status >= 500)
    return (
      <Notice tone="bad" title={errors.title}>
        <p>{errors.unexpected}</p>
        {refusal?.requestId && <p>{errors.requestId(refusal.requestId)}</p>}
      </Notice>
    );
  return (
    <Notice tone="bad" title={refusal.title || errors.title}>
      {refusal.message !== refusal.title && <p>{refusal.message}</p>}
      {refusal.errors.length > 0 && <Faults errors={refusal.errors} fields={fields} />}
    </Notice>
  );
}

function Faults({ errors, fields }: { errors: readonly FieldProblem[]; fields: readonly ShownField[] }) {
  const { errors: texts } = useMessages('common');
  const place = ({ field }: { field: ShownField | undefined }) => (field ? fields.indexOf(field) : fields.length);
  const lines = errors
    .map((error) => ({
      field: fields.find(({ name }) => isAt(error, name)),
      words: fieldWords(error, texts.fields),
    }))
    // In the order of the form, whatever the server looked at first.
    .toSorted((a, b) => place(a) - place(b));
  // Two parts of a field, or two fields that the form does not show, may lack the same.
  const told = lines.filter(
    ({ field, words }, index) => lines.findIndex((one) => one.field === field && one.words === words) === index,
  );
  return (
    <ul>
      {told.map(({ field, words }) => (
        <li key={`${field?.name} ${words}`}>
          {field && <FieldLink {...field} />}
          {field && ': '}
          {words}
        </li>
      ))}
    </ul>
  );
}

function FieldLink({ id, label }: ShownField) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        // The address stays that of the screen; the control is what is gone to.
        event.preventDefault();
        const control = document.getElementById(id);
        // What is folded away takes no focus.
        for (let fold = control?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
        control?.focus();
      }}
    >
      {label}
    </a>
  );
}
