import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('proposal_files')
export class ProposalFileRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  label!: string;

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
