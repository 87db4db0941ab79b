import { fieldWords } from '../api/field-words';
import { problemOf } from '../api/problem';
import { useMessages } from '../i18n';
import { Notice } from './Notice';

/** Says what went wrong and what to do; details at a field are the field's. */
export function ProblemNotice({ problem }: { problem: unknown }) {
  const { errors } = useMessages('common');
  const refusal = problemOf(problem);
  if (refusal?.code === 'offline') return <Notice tone="warn">{errors.offline}</Notice>;
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
