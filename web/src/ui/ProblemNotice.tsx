import { fieldWords } from '../api/field-words';
import { NOTHING_KEPT, problemOf } from '../api/problem';
import { useMessages } from '../i18n';
import { Notice } from './Notice';

/** Says what went wrong and what to do; details at a field are the field's. */
export function ProblemNotice({ problem }: { problem: unknown }) {
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
    <Notice tone="bad" title={errors.title}>
      <p>{refusal.message}</p>
      {refusal.errors.length > 0 && (
        <ul>
          {[...new Set(refusal.errors.map((error) => fieldWords(error, errors.fields)))].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
