import { Column, PrimaryColumn } from 'typeorm';
import type { PublicationState } from '../domain/publication.js';

/** The columns that everything has which is written to be published. */
export abstract class PublicationColumns {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  state!: PublicationState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'text' })
  writtenBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  firstPublishedAt!: Date | null;

  @Column({ type: 'text' })
  takenDownReason!: string;
}
