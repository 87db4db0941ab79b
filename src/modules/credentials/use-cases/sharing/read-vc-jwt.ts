import { Injectable } from '@nestjs/common';
import { system } from '../../../../platform/database/scope.js';
import { Sql } from '../../../../platform/database/sql.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Problem } from '../../../../platform/http/problem.js';
import type { Credential } from '../../data/credential.entity.js';
import { VC_JWTS_OF, type VcJwtRow } from '../../data/published.sql.js';
import { VcJwtsRepository } from '../../data/vc-jwts.repository.js';
import { DEFAULT_JWT_ALGORITHMS, type JwtAlgorithm } from '../../domain/key-algorithms.js';
import { formNotMade, formNotOffered } from '../../problems.js';

const SCOPE = system('anybody may read what is published, and its address alone says whose it is');
const SECONDS_UNTIL_MADE = 5;

/** The VC-JWT form of a published credential. */
@Injectable()
export class ReadVcJwt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jwts: VcJwtsRepository,
    private readonly sql: Sql,
  ) {}

  /** What the institution offers, its first choice first. */
  async offered(institutionId: string): Promise<readonly JwtAlgorithm[]> {
    return (await this.work.read(SCOPE, (tx) => this.jwts.setting(tx, institutionId))).algorithms;
  }

  /**
   * The exact compact JWS: of the algorithm that is asked for, else the institution's first choice that is made. Throws Problem when it is
   * not offered, or not made yet.
   */
  async of({ id, institutionId }: Pick<Credential, 'id' | 'institutionId'>, asked?: JwtAlgorithm): Promise<string> {
    const forms = await this.sql.read<VcJwtRow>(SCOPE, VC_JWTS_OF, [id, institutionId]);
    const algorithms = forms[0]?.offered ?? DEFAULT_JWT_ALGORITHMS;
    const wanted = asked ? [asked] : algorithms;
    const form = wanted.map((algorithm) => forms.find((made) => made.algorithm === algorithm)?.signed).find(Boolean);
    if (form) return form;
    const offered = wanted.filter((algorithm) => algorithms.includes(algorithm));
    if (offered.length > 0)
      throw new Problem(formNotMade, { detail: 'It is being made; come back in a moment.', retryAfter: SECONDS_UNTIL_MADE });
    throw new Problem(formNotOffered, {
      detail:
        algorithms.length > 0
          ? `The issuer offers VC-JWT with ${algorithms.join(', ')}.`
          : 'The issuer offers no VC-JWT; ask for application/vc+ld+json.',
      facts: { algorithms },
    });
  }
}
