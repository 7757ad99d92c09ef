import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ActKind, Cover } from '../domain/draft.js';

@Entity('approval_acts')
export class ApprovalActRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'bigint', insert: false })
  sequence!: string;

  @Column({ type: 'uuid' })
  draftId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'integer', nullable: true })
  position!: number | null;

  @Column({ type: 'text' })
  kind!: ActKind;

  @Column({ type: 'uuid' })
  postId!: string;

  @Column({ type: 'text' })
  postName!: string;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'text' })
  staffName!: string;

  @Column({ type: 'timestamptz' })
  actedAt!: Date;

  @Column({ type: 'date' })
  actedOn!: LocalDate;

  @Column({ type: 'text' })
  comment!: string;

  @Column({ type: 'integer', nullable: true })
  returnedTo!: number | null;

  @Column({ type: 'uuid', nullable: true })
  joinedActId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  aboutActId!: string | null;

  @Column({ type: 'text', nullable: true })
  cover!: Cover | null;

  @Column({ type: 'text', nullable: true })
  ownPostName!: string | null;

  @Column({ type: 'text', nullable: true })
  recordedBy!: string | null;
}
