import { Column, PrimaryColumn } from 'typeorm';

/** What a photograph and a file of a meeting have in common; what is removed stays as a row without a page. */
export abstract class EnclosureColumns {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  meetingId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'timestamptz' })
  addedAt!: Date;

  @Column({ type: 'text' })
  addedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
