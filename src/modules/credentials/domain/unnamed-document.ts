import { withParticulars } from './chosen-particulars.js';
import { LEAST_SHOWN } from './credential-choices.js';
import { isJsonObject, type JsonObject } from './json.js';

/**
 * The credential without what it said of its learner: no name, no hashed address, no DID of theirs, no results, no evidence and no number
 * under which the office kept them. Award, dates and place in the status list stay, so that a file which the learner keeps, and which says
 * more, stays as genuine as this one.
 */
export function unnamedDocument(document: JsonObject, subjectId: string): JsonObject {
  const nothing = { learner: { subjectId }, results: [], evidence: [] };
  const silent = withParticulars({ choices: LEAST_SHOWN, subjectId, ...nothing })(document);
  const subject = silent['credentialSubject'];
  if (subject === undefined || !isJsonObject(subject)) return silent;
  const { licenseNumber: _number, ...rest } = subject;
  return { ...silent, credentialSubject: rest };
}
