import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The examination on which a drafted registration rests. */
@Entity('registration_proposals')
export class RegistrationProposalRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'integer' })
  round!: number;

  @Column({ type: 'jsonb' })
  checked!: readonly string[];

  @Column({ type: 'text' })
  examinedByStaffId!: string;

  @Column({ type: 'text' })
  examinedBy!: string;

  @Column({ type: 'timestamptz' })
  examinedAt!: Date;
}
