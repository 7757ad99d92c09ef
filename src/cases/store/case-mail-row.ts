import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the organisation was last told by mail that messages of this thread wait for it. */
@Entity('case_mails')
export class CaseMailRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  caseId!: string;

  @Column({ type: 'timestamptz', nullable: true })
  mailedAt!: Date | null;
}
