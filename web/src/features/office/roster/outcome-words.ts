import type { Messages } from '../../../i18n';
import type { EnrollmentAct } from './queries';

/** What outcomes are called: letters change nothing, and nothing is done yet of what is planned. */
export function outcomeWords({ kind, state }: Pick<EnrollmentAct, 'kind' | 'state'>, texts: Messages['roster']['acts']) {
  const { planned, outcomes } = kind === 'remind' ? texts.writing : texts;
  return state === 'planned' ? planned : outcomes;
}
