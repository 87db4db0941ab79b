import type { StoredFile } from './stored-file.entity.js';

/** What people are told of a file. */
export type ListedFile = Pick<StoredFile, 'id' | 'originalName' | 'mediaType' | 'bytes' | 'sha256'>;

/** SQL: the files whose ids stand in the JSON array `ids`, in its order; what is not there, or for another purpose, is missing. */
export function filesInJson(ids: string, purpose: 'submission'): string {
  return `(
    select coalesce(json_agg(json_build_object('id', f.id, 'originalName', f.original_name, 'mediaType', f.media_type,
             'bytes', f.bytes, 'sha256', f.sha256) order by named.place), '[]')
      from jsonb_array_elements_text(${ids}) with ordinality as named (id, place)
      join stored_file f on f.id = named.id::uuid and f.purpose = '${purpose}')`;
}
