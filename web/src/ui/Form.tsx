import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react';
import { fieldWords } from '../api/field-words';
import { type ApiProblem, problemOf } from '../api/problem';
import { useMessages } from '../i18n';
import { ProblemNotice, type ShownField } from './ProblemNotice';
import fieldStyles from './fields.module.css';
import styles from './Form.module.css';

const Problem = createContext<ApiProblem | null>(null);
/** Tells the form of a field that shows a fault, for as long as it does. */
const Show = createContext<((field: ShownField) => () => void) | null>(null);

/** What the server said of a field of this form when it last refused it. The form leads to the control `id` then, by its label. */
export function useFieldProblem(name: string | undefined, id: string, label: ReactNode): string | undefined {
  const problem = useContext(Problem);
  const show = useContext(Show);
  const { errors } = useMessages('common');
  const found = name === undefined ? undefined : problem?.at(name);
  const isWrong = found !== undefined;
  // Before anybody sees or hears the notice without it.
  useLayoutEffect(
    () => (name !== undefined && isWrong ? show?.({ name, id, label }) : undefined),
    [show, name, isWrong, id, label],
  );
  return found && fieldWords(found, errors.fields);
}

export interface FormProps {
  /** The error of the mutation that sends it: shown above the form, and at each field that it names. */
  problem?: unknown;
  onSubmit: () => void;
  children: ReactNode;
  'aria-label'?: string;
  'aria-labelledby'?: string;
}

export function Form({ problem, onSubmit, children, ...labels }: FormProps) {
  const [fields, setFields] = useState<readonly ShownField[]>([]);
  const [show] = useState(() => (field: ShownField) => {
    setFields((shown) => [...shown, field]);
    return () => setFields((shown) => shown.filter((one) => one !== field));
  });
  return (
    <Problem.Provider value={problemOf(problem)}>
      <form
        {...labels}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {problem ? <ProblemNotice problem={problem} fields={fields} /> : null}
        <Show.Provider value={show}>{children}</Show.Provider>
      </form>
    </Problem.Provider>
  );
}

/** Fields beside each other where there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={fieldStyles['row']}>{children}</div>;
}

/** The buttons at the end of a form, a dialog or a card. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}
