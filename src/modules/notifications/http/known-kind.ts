import { Param, type PipeTransform } from '@nestjs/common';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { NOTICE_KIND_NAMES, type NoticeKind } from '../../../platform/notices/notice-kinds.js';

/** A kind that does not exist is not found. */
class KnownKind implements PipeTransform<string, NoticeKind> {
  transform(value: string): NoticeKind {
    const kind = NOTICE_KIND_NAMES.find((name) => name === value);
    if (!kind) throw new Problem(notFound);
    return kind;
  }
}

/** A kind of notice in the path. */
export const KindParam = () => Param('kind', new KnownKind());
