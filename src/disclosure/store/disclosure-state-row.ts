import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('disclosure_states')
export class DisclosureStateRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @Column({ type: 'bigint' })
  version!: string;

  @Column({ type: 'integer' })
  shape!: number;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;
}
