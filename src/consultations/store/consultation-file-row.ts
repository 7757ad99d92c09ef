import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consultation_files')
export class ConsultationFileRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  consultationId!: string;

  @PrimaryColumn({ type: 'text' })
  sha256!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  ordinal!: number;
}
