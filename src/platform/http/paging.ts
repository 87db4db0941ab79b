import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Problem } from './problem.js';
import { invalidCursor } from './problems.js';

export class PageQuery {
  /** How many to answer, at most. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 25 })
  @Transform(({ value }) => (value === undefined ? 25 : /^\d+$/.test(String(value)) ? Number(value) : value))
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 25;

  /** `next` of the page before. */
  @ApiPropertyOptional({ type: 'string', maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** Rows of one page: ask the database for `limit + 1` in the order of the key, and give them to `page`. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Cuts the extra row off and makes the cursor of the following page from the last row's key. */
export function page<Row, Item>(rows: Row[], limit: number, key: (row: Row) => Cursor, present: (row: Row) => Item): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(present), next: rows.length > limit && last !== undefined ? writeCursor(key(last)) : null };
}

/** Where a page ended: the sort time and the id that breaks ties. */
export interface Cursor {
  at: Date;
  id: string;
}

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cursor of a request; `null` for the first page. Throws `request.invalid_cursor` for anything we did not write. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    const time = new Date(String(at));
    if (typeof id === 'string' && UUID.test(id) && !Number.isNaN(time.getTime())) return { at: time, id };
  } catch {
    // Falls through to the refusal below: whatever it was, it is not ours.
  }
  throw new Problem(invalidCursor, { detail: 'Use the value of `next` from the page before, unchanged.' });
}

/** Declares the page of a DTO class for OpenAPI. */
export function PageOf<Item extends object>(item: new () => Item) {
  class PageDto {
    @ApiProperty({ type: [item] })
    items: Item[];

    @ApiProperty({ type: 'string', nullable: true, description: 'Cursor of the next page; null on the last.' })
    next: string | null;
  }
  Object.defineProperty(PageDto, 'name', { value: `${item.name.replace(/(View|Dto)$/, '')}Page` });
  return PageDto;
}
