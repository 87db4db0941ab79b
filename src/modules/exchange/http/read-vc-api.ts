import { type Audience, isJsonObject, type JsonObject, type JsonValue } from '../../credentials/index.js';
import { Problem } from '../../../platform/http/problem.js';
import { malformedDocument, unsupportedOption } from '../problems.js';
import { readObject } from './read-body.js';

/** `{credential, options?}`. Options that would change what is signed, and are not supported, are refused; unknown ones are ignored. */
export function readIssueRequest(body: unknown): JsonObject {
  const { credential, options } = readRequest(body, 'credential');
  if (options.mandatoryPointers !== undefined)
    throw unsupported('mandatoryPointers', 'Credentials are signed whole: there is no selective disclosure.');
  // A caller's own name for the credential could only be used to change its status later, and it has none here.
  if (options.credentialId !== undefined && options.credentialId !== credential.id)
    throw unsupported('credentialId', 'It can only be the id of the credential.');
  return credential;
}

/** `{verifiableCredential, options?}` or `{verifiablePresentation, options?}`. */
export function readVerifyRequest(
  body: unknown,
  member: 'verifiableCredential' | 'verifiablePresentation',
): { document: JsonObject; audience: Audience } {
  const { [member]: document, options } = readRequest(body, member);
  const { challenge, domain } = options;
  if (!isTextIfAny(challenge)) throw malformed('options.challenge', 'It must be a text.');
  if (!isTextIfAny(domain)) throw malformed('options.domain', 'It must be a text.');
  return {
    document,
    audience: { ...(challenge === undefined ? {} : { challenge }), ...(domain === undefined ? {} : { domain }) },
  };
}

function readRequest<Member extends string>(
  body: unknown,
  member: Member,
): { [key in Member]: JsonObject } & { options: JsonObject } {
  const { [member]: document, options = {} } = readObject(body);
  if (!isJsonObject(document)) throw malformed(member, 'It must be a JSON object.');
  if (!isJsonObject(options)) throw malformed('options', 'It must be a JSON object.');
  return { [member]: document, options } as { [key in Member]: JsonObject } & { options: JsonObject };
}

function isTextIfAny(value: JsonValue | undefined): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function malformed(field: string, detail: string): Problem {
  return new Problem(malformedDocument, { errors: [{ field, code: 'malformed', detail }] });
}

function unsupported(option: string, detail: string): Problem {
  return new Problem(unsupportedOption, { errors: [{ field: `options.${option}`, code: 'unsupported', detail }] });
}
