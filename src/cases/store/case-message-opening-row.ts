import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The first time that somebody of the other side found the message in the thread. */
@Entity('case_message_openings')
export class CaseMessageOpeningRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  messageId!: string;

  @Column({ type: 'timestamptz' })
  openedAt!: Date;

  @Column({ type: 'text' })
  openedBy!: string;
}
