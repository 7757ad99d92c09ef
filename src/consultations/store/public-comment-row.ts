import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { CommentSource } from '../domain/public-comment.js';

@Entity('public_comments')
export class PublicCommentRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  consultationId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  part!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'boolean' })
  mayPublish!: boolean;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'text' })
  source!: CommentSource;

  @Column({ type: 'date' })
  receivedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  sentAt!: Date;

  @Column({ type: 'text', nullable: true })
  enteredBy!: string | null;

  @Column({ type: 'text' })
  codeHash!: string;

  @Column({ type: 'uuid', nullable: true })
  groupId!: string | null;

  @Column({ type: 'date', nullable: true })
  erasedOn!: LocalDate | null;
}
