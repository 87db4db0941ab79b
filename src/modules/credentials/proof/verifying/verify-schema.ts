import type { JsonObject } from '../../domain/json.js';
import { endorsementProblems, isEndorsement, isOpenBadge, openBadgeProblems } from '../../domain/open-badge-problems.js';
import type { BadgeProblem } from '../../domain/problem-paths.js';
import { asVersion2 } from './data-model-1.js';
import { relatedResourceFault } from './related-resources.js';
import { structureProblems } from './structure-problems.js';
import { type CheckResult, failed, passed } from './verification.js';

/** Whether the document has the form of a VC 2.0 (or 1.1) credential and, when it claims to be a badge or an endorsement, of an Open Badges 3.0 one. */
export function checkSchema(document: JsonObject): CheckResult {
  const credential = asVersion2(document);
  const malformed = structureProblems(credential);
  if (malformed.length > 0) return failed('schema', 'credential-malformed', inWords(malformed));
  const badge = isOpenBadge(document) ? openBadgeProblems(credential) : [];
  if (badge.length > 0) return failed('schema', 'badge-malformed', inWords(badge));
  const endorsement = isEndorsement(document) ? endorsementProblems(credential) : [];
  if (endorsement.length > 0) return failed('schema', 'endorsement-malformed', inWords(endorsement));
  return relatedResourceFault(document) ?? passed('schema');
}

function inWords(problems: readonly BadgeProblem[]): string {
  const shown = problems.slice(0, 5).map(({ problem, at }) => `${at}: ${problem}`);
  const rest = problems.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
