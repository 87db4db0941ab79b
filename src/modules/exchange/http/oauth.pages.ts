import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../../platform/config/environment.js';
import { CurrentPerson, PersonIfAny, PublicAccess, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { letFormReach } from '../../../platform/http/security-headers.js';
import { answerAt } from '../domain/redirect-uri.js';
import { DescribeHolder } from '../use-cases/describe-holder.js';
import { GrantService } from '../use-cases/grant-service.js';
import { type Review, ReviewAuthorization } from '../use-cases/review-authorization.js';
import { consentPage, refusedAuthorizationPage } from './pages/consent-page.js';
import { readTexts } from './read-body.js';

/** Where a program sends a learner to be asked (RFC 6749 §3.1), and where the learner's answer comes in. */
@Controller('oauth/authorize')
@HtmlPages()
export class OAuthPages {
  constructor(
    private readonly review: ReviewAuthorization,
    private readonly holder: DescribeHolder,
    private readonly grantService: GrantService,
    private readonly environment: Environment,
  ) {}

  @Get()
  @PublicAccess()
  async askLearner(
    @Query() query: Record<string, unknown>,
    @PersonIfAny() person: SignedIn | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    // First of all: otherwise anybody who registers a program could send strangers anywhere by way of us (RFC 9700 §4.11.2).
    if (!person) return seeOther(`/sign-in?next=${encodeURIComponent(plainAddress(request))}`);
    const review = await this.review.run(query);
    if (review.outcome !== 'ask') return this.turnedDown(review);
    letFormReach(reply, new URL(review.request.redirectUri).origin);
    return page(consentPage({ ...review, ...(await this.holder.run(person)) }));
  }

  @Post()
  @SignedInAccess()
  async takeAnswer(@CurrentPerson() person: SignedIn, @Body() body: unknown): Promise<PageAnswer> {
    const form = readTexts(body);
    const review = await this.review.run(form);
    if (review.outcome !== 'ask') return this.turnedDown(review);
    const { request, client } = review;
    if (form['decision'] !== 'allow') return this.backTo(request.redirectUri, { error: 'access_denied', state: request.state });
    const code = await this.grantService.run(person, client, request);
    return this.backTo(request.redirectUri, { code, state: request.state });
  }

  private turnedDown(review: Exclude<Review, { outcome: 'ask' }>): PageAnswer {
    if (review.outcome === 'refuse') return page(refusedAuthorizationPage(review.fault), 400);
    const { redirectUri, error, detail, state } = review;
    return this.backTo(redirectUri, { error, error_description: detail, ...(state === undefined ? {} : { state }) });
  }

  /** To an address that the program registered. It learns who answers (RFC 9207). */
  private backTo(redirectUri: string, parameters: Record<string, string>): PageAnswer {
    return { location: answerAt(redirectUri, { ...parameters, iss: this.environment.publicUrl }) };
  }
}

/** The same request in the characters that the sign-in page takes for a way back. */
function plainAddress({ query }: FastifyRequest): string {
  return `/oauth/authorize?${new URLSearchParams(query as Record<string, string>).toString()}`;
}
