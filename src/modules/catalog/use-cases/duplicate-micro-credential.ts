import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { MicroCredential } from '../data/micro-credential.entity.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { copyTitle } from '../domain/copy-title.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { CreateMicroCredential } from './create-micro-credential.js';

/** A draft like this one, with the same courses and no editions. Retired ones can be copied too: it is how they are revived. */
@Injectable()
export class DuplicateMicroCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly createMicroCredential: CreateMicroCredential,
  ) {}

  async run(actor: Actor, id: string): Promise<MicroCredential> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.runOnce(actor, async (tx) => {
      const original = await this.microCredentials.find(tx, id);
      if (!original) throw new Problem(notFound);
      const wish = { ...original.draft, title: copyTitle(original.title) };
      return this.createMicroCredential.in(tx, actor, wish, original.id);
    });
  }
}
