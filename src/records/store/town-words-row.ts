import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('town_words_versions')
export class TownWordsRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  lead!: string;

  @Column({ type: 'text' })
  summary!: string;

  @Column({ type: 'text' })
  about!: string;

  @Column({ type: 'text' })
  applying!: string;

  @Column({ type: 'text' })
  accessibility!: string;

  @Column({ type: 'text' })
  privacy!: string;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'text' })
  writtenBy!: string;
}
