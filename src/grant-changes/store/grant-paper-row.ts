import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('grant_papers')
export class GrantPaperRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  ownerId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'timestamptz' })
  addedAt!: Date;

  @Column({ type: 'text' })
  addedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
