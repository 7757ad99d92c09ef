import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('decision_files')
export class DecisionFileRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  draftId!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'timestamptz' })
  drawnAt!: Date;
}
