import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('shown_contents')
export class ShownContentRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'text' })
  digest!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'timestamptz' })
  keptAt!: Date;
}
