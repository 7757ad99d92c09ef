import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Correspondent } from '../domain/message.js';

@Entity('case_messages')
export class CaseMessageRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  caseId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  sender!: Correspondent;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  pointer!: string | null;

  @Column({ type: 'text', nullable: true })
  label!: string | null;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'text' })
  writtenBy!: string;
}
