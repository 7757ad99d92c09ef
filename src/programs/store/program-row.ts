import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('programs')
export class ProgramRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}
