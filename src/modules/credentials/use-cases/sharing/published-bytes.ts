import { Injectable } from '@nestjs/common';
import { system } from '../../../../platform/database/scope.js';
import { Sql } from '../../../../platform/database/sql.js';
import { PUBLISHED_CREDENTIAL, type PublishedRow } from '../../data/published.sql.js';
import { isShown } from '../../domain/visibility.js';

const SCOPE = system('anybody may read what is published, and its address alone says whose it is');

/** The exact signed bytes of the newest form at a public address; nothing while its learner keeps it private. */
@Injectable()
export class PublishedBytes {
  constructor(private readonly sql: Sql) {}

  async find(publicId: string): Promise<PublishedRow | null> {
    const [found] = await this.sql.read<PublishedRow>(SCOPE, PUBLISHED_CREDENTIAL, [publicId]);
    return found && isShown(found.visibility) ? found : null;
  }
}
