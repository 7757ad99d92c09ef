import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization_examinations')
export class ExaminationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  outcome!: 'returned' | 'registered';

  @Column({ type: 'jsonb' })
  checked!: readonly string[];

  @Column({ type: 'text' })
  examinedByStaffId!: string;

  @Column({ type: 'text' })
  examinedBy!: string;

  @Column({ type: 'timestamptz' })
  examinedAt!: Date;
}
