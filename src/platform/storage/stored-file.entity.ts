import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A file that somebody handed in or that Cairn made: what it is, whose, and under which key its bytes are kept. */
@Entity({ name: 'stored_file' })
@Unique('stored_file_storage_key', ['storageKey'])
@Index('stored_file_institution', ['institutionId', 'createdAt'])
export class StoredFile {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'stored_file_pk' })
  id: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId: string;

  /** What it is for, such as `submission` or `course-picture`; a file is found only by those who look for its purpose. */
  @Column({ type: 'text' })
  purpose: string;

  @Column({ name: 'original_name', type: 'text' })
  originalName: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  // PostgreSQL's bigint arrives as text; a file is far smaller than 2^53 bytes.
  @Column({ type: 'bigint', transformer: { to: (bytes: number) => bytes, from: Number } })
  bytes: number;

  /** Of the bytes, in lower-case hexadecimal. */
  @Column({ type: 'text' })
  sha256: string;

  @Column({ name: 'storage_key', type: 'text' })
  storageKey: string;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
