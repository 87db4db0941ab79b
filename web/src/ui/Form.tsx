import { createContext, type ReactNode, useContext } from 'react';
import { fieldWords } from '../api/field-words';
import { type ApiProblem, problemOf } from '../api/problem';
import { useMessages } from '../i18n';
import { ProblemNotice } from './ProblemNotice';
import styles from './Form.module.css';

const Problem = createContext<ApiProblem | null>(null);

/** What the server said of a field of this form when it last refused it. */
export function useFieldProblem(name: string | undefined): string | undefined {
  const problem = useContext(Problem);
  const { errors } = useMessages('common');
  const found = name === undefined ? undefined : problem?.at(name);
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
        {problem ? <ProblemNotice problem={problem} /> : null}
        {children}
      </form>
    </Problem.Provider>
  );
}

/** Fields beside each other where there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}

/** The buttons at the end of a form, a dialog or a card. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}
