import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor, type UploadedMultipartFile } from '@nestjs/platform-fastify/multipart';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { Environment } from '../../../platform/config/environment.js';
import { tryForm } from '../../../platform/http/form-controls.js';
import { answerPage } from '../../../platform/http/pages/answer-page.js';
import type { Page } from '../../../platform/http/pages/html-page.js';
import { refusalIn } from '../../../platform/http/refusals.js';
import { networkOf } from '../../people/index.js';
import { VerifyBrought } from '../use-cases/verifying/verify-brought.js';
import { readCredentialText } from '../verifying/read-text.js';
import { LARGEST_FILE } from '../verifying/material.js';
import { AnswerVerification } from './answer-verification.js';
import { VerificationView } from './credential.dto.js';
import { verificationPage } from './pages/verification-page.js';
import { type FormState, verifyPage } from './pages/verify-page.js';
import { wordsIn } from './pages/words.js';
import { formType, type ReadFault, readDocument, readFields } from './read-brought.js';
import { VerifyFormFilter } from './verify-form.filter.js';
import { wantsPage } from './wants-page.js';

// A little above what is taken, so that the refusal is an answer in words.
const LIMITS = { fileSize: LARGEST_FILE + 1024 * 1024, files: 1, fields: 5, fieldSize: 2 * 1024 * 1024 };

/** Whether a credential of any issuer is genuine: a page for people, and the same for programs. */
@ApiTags('Public')
@Controller('verify')
@PublicAccess()
@UseFilters(VerifyFormFilter)
export class VerifyController {
  constructor(
    private readonly verifyBrought: VerifyBrought,
    private readonly answers: AnswerVerification,
    private readonly environment: Environment,
  ) {}

  /** A page to check a credential by hand. `?url=` fills in the address; nothing is fetched before it is sent. */
  @Get()
  @ApiExcludeEndpoint()
  // Without a referrer, browsers send forms with a null Origin, which reads as another site over plain http.
  @Header('referrer-policy', 'same-origin')
  showVerifyPage(
    @Query('url') url: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const state = { url: typeof url === 'string' ? url.slice(0, 2_000) : '' };
    return answerPage(request, reply, verifyPage(state, `${this.environment.publicUrl}/verify`));
  }

  /**
   * Check a credential of any issuer. A bad one is a clear answer, not an error. Send the credential as JSON or as a token; or a form (or a
   * JSON object) with `credential` or `url`, or a `file`, and perhaps the `email` that the credential should be about.
   */
  @Post()
  @HttpCode(200)
  @ApiConsumes('application/json', 'multipart/form-data', 'application/vc+jwt')
  @ApiBody({ schema: { type: 'object', description: 'The credential, or where it is.' } })
  @ApiOkResponse({ type: VerificationView })
  @Header('referrer-policy', 'same-origin')
  @UseInterceptors(FileInterceptor('file', { limits: LIMITS, defParamCharset: 'utf8' }))
  async verify(
    @Body() body: unknown,
    @UploadedFile() file: UploadedMultipartFile | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VerificationView | string> {
    const contentType = request.headers['content-type'] ?? '';
    const form = formType(contentType);
    if (form === undefined) return this.answers.of(readDocument(body, contentType), request, reply);
    const fields = (body ?? {}) as Record<string, unknown>;
    if (form === 'multipart/form-data' && !wantsPage(request.headers.accept))
      return this.answers.of(readFields(fields, file?.buffer), request, reply);
    return answerPage(request, reply, await this.answerForm(fields, file?.buffer, networkOf(request.ip)));
  }

  private async answerForm(fields: Record<string, unknown>, file: Buffer | undefined, network: string): Promise<Page> {
    const sent: FormState = { text: wordOf(fields, 'credential'), url: wordOf(fields, 'url'), email: wordOf(fields, 'email') };
    const read = readFields(fields, file);
    if (!read.ok) return verifyPage({ ...sent, complaint: complaint(read.field, read.fault) });
    const { form } = read.brought;
    if (form.kind === 'file' && form.bytes.length > LARGEST_FILE)
      return verifyPage({ ...sent, complaint: complaint('file', 'too-large') });
    const typed = form.kind === 'text' ? readCredentialText(form.text) : undefined;
    if (typed && !typed.ok && (typed.reason === 'not-json' || typed.reason === 'too-deep')) {
      return verifyPage({ ...sent, complaint: complaint('credential', 'not-json') });
    }
    const asked = await tryForm(() => this.verifyBrought.run(read.brought, network));
    if ('result' in asked) return verificationPage(asked.result);
    const { faults } = asked;
    const says: Complaint['says'] = (language) => {
      const { title, detail } = refusalIn(language, faults, faults.particulars);
      return detail ?? title;
    };
    return verifyPage({ ...sent, complaint: { field: 'credential', says } });
  }
}

type Complaint = NonNullable<FormState['complaint']>;

function complaint(field: Complaint['field'], fault: ReadFault): Complaint {
  return { field, says: (language) => wordsIn(language).verify.faults[fault] };
}

function wordOf(fields: Record<string, unknown>, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}
