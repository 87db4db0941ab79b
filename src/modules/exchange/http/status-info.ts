import { ApiProperty } from '@nestjs/swagger';
import { scopeChallenge } from '../../../platform/http/challenge.js';
import type { ErrorForm } from '../../../platform/http/error-form.js';
import { insufficientScope } from '../problems.js';

class CodeMinorFieldView {
  @ApiProperty()
  imsx_codeMinorFieldName: string;

  @ApiProperty()
  imsx_codeMinorFieldValue: string;
}

class CodeMinorView {
  @ApiProperty({ type: [CodeMinorFieldView] })
  imsx_codeMinorField: CodeMinorFieldView[];
}

/** OB 3.0 §B.7.3 */
export class StatusInfoView {
  @ApiProperty({ enum: ['failure'] })
  imsx_codeMajor: string;

  @ApiProperty({ enum: ['error'] })
  imsx_severity: string;

  @ApiProperty()
  imsx_description: string;

  @ApiProperty()
  imsx_codeMinor: CodeMinorView;
}

const MINOR: Record<number, string> = {
  400: 'invalid_data',
  401: 'unauthorizedrequest',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_allowed',
  409: 'not_allowed',
  429: 'server_busy',
  500: 'internal_server_error',
  503: 'server_busy',
};

/** `imsx_StatusInfo` (OB 3.0 §B.7.3). */
export const statusInfo: ErrorForm = ({ code, status, title }, { detail, errors, facts }, requestId) => {
  const said = [title, detail, ...(errors ?? []).map((one) => `${one.field}: ${one.detail}`)]
    .flatMap((one) => (one ? [ended(one)] : []))
    .join(' ');
  const minor = errors?.some(({ field }) => ['limit', 'offset', 'since'].includes(field))
    ? 'invalid_query_parameter'
    : (MINOR[status] ?? 'unknown');
  const body: StatusInfoView = {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: `${said} (${requestId})`,
    imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: minor }] },
  };
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    ...(code === insufficientScope.code ? { headers: { 'www-authenticate': scopeChallenge(facts?.['scope']) } } : {}),
    body,
  };
};

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
