import { useMessages } from '../../../i18n';

/** What an endpoint said to an attempt, or why it said nothing. */
export function useAnswerWords(): (status: number | null, failure: string | null) => string {
  const { messages } = useMessages('operations');
  return (status, failure) => {
    if (status !== null) return `HTTP ${status}`;
    return failure === null ? messages.none : (messages.failures[failure] ?? failure);
  };
}
